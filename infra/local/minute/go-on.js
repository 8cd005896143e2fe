// Goes on to the next scene after as long as this one stands; a pressed key or a pointer on a screen stops nothing: "Stop here" does.
const main = document.querySelector('main');
const { next, seconds } = main.dataset;
setTimeout(() => location.replace(next), Number(seconds) * 1000);
