import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { needs, verify } from './verify'

/** Azure Communication Services: SMS delivery reports through Event Grid. */
export const azure: Adapter = {
  id: 'azure',
  name: 'Azure Communication Services',
  methods: ['POST', 'OPTIONS'],
  secrets: [
    {
      name: 'token',
      label: 'URL token',
      help: 'Behind the question mark of the callback URL. Event Grid signs nothing and keeps this part of the URL secret.',
      required: false,
      generated: true,
    },
    {
      name: 'expectedTopic',
      label: 'Resource id',
      help:
        'Only events of this resource are taken: Azure portal, your Communication Services resource, Properties, ' +
        '"Resource ID" (/subscriptions/…/communicationServices/…). Several are separated by commas. Empty: any.',
      required: false,
      setting: true,
    },
    {
      name: 'headerSecret',
      label: 'Secret of a delivery property',
      help:
        'If you add a static header to the event subscription (Delivery properties, marked as secret): its value. Every ' +
        'report must then carry it.',
      required: false,
    },
    {
      name: 'headerName',
      label: 'Name of that header',
      help: 'Name of the delivery property. Empty: X-Landed-Secret.',
      required: false,
      setting: true,
    },
    {
      name: 'tenantId',
      label: 'Directory (tenant) ID',
      help:
        'If the event subscription uses Entra ID: Azure portal, Microsoft Entra ID, Overview, "Tenant ID". Every report ' +
        'must then carry a bearer token that this tenant issued to Event Grid.',
      required: false,
      setting: true,
    },
    {
      name: 'audience',
      label: 'Application (client) ID',
      help: 'With Entra ID: the application named in the event subscription (Microsoft Entra ID, App registrations).',
      required: false,
      setting: true,
    },
    {
      name: 'callerApplicationId',
      label: 'Application ID of Event Grid',
      help: 'With Entra ID, outside the public cloud only: the application id of Microsoft.EventGrid in your cloud.',
      required: false,
      setting: true,
    },
  ],
  // With Entra ID. Most connections have the token in the URL only.
  proof: 'credentials',
  setup:
    'In the Azure portal open your Communication Services resource, Events, add an event subscription for "SMS Delivery Report ' +
    'Received" with endpoint type Web Hook, and paste the URL. Landed answers the validation by itself. ' +
    'Ask for reports with every send (enableDeliveryReport), and give your own id as tag.',
  urlSuffix: '?token={secret:token}',
  needs,
  verify,
  parse,
  // Event Grid takes 200 to 204 only; anything else throws the whole batch away or sends it again.
  reply: { status: 200, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
