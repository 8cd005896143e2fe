import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  EventBridgeEvent,
  SESEvent,
  SQSBatchResponse,
  SQSEvent,
} from 'aws-lambda';
import type { EventBridgeEnvelope } from './aws/local-servers.ts';

type SweepEvent = EventBridgeEvent<'Scheduled Event', Record<string, never>>;

/** The Lambdas, as AWS would call them. */
export type Handlers = {
  web(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2>;
  wake(event: SQSEvent): Promise<SQSBatchResponse>;
  sweep(event: SweepEvent): Promise<unknown>;
  feedback(event: EventBridgeEnvelope): Promise<unknown>;
  inbound(event: SESEvent): Promise<unknown>;
  /** It asks nothing of the event that calls it. */
  canary(): Promise<unknown>;
};
