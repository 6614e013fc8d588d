import type { z } from 'zod'
import { activityQuery, activitySeries, connectionActivityList } from '@/lib/contracts/activity'
import { callbackDetail, callbackList, callbackListQuery, replayRequest, replayStep } from '@/lib/contracts/callback'
import { connectionLoss, connectionPatch, connectionRotated, rotateRequest } from '@/lib/contracts/changeConnection'
import {
  codeDictionary,
  codeOverrideList,
  newCodeDismiss,
  newCodeList,
  overrideChanged,
  overrideCreate,
  overrideEnd,
  overrideListQuery,
  overridePreview,
  rejudgeCommand,
  rejudgeJob,
  rejudgeJobList,
  rejudgePreview,
} from '@/lib/contracts/codes'
import {
  connection,
  connectionCreate,
  connectionCreated,
  connectionList,
  connectionRemoved,
  providerList,
  sampleRequest,
  sampleStarted,
} from '@/lib/contracts/connection'
import { diagnosis, diagnosisRequest, remedyApplied, remedyRequest } from '@/lib/contracts/doctor'
import {
  feed,
  feedQuery,
  messageDetail,
  messageExportQuery,
  messageList,
  messageListQuery,
} from '@/lib/contracts/message'
import { fixture } from '@/lib/conformance/fixture'
import { mappingDraft } from '@/lib/contracts/mapping'
import {
  connectionMapping,
  mappingEffect,
  mappingExportQuery,
  mappingFixtureRequest,
  mappingPreview,
  mappingPreviewRequest,
  mappingSave,
  mappingSaved,
  mappingSuggestion,
  mappingSuggestRequest,
  mappingSwitchedOn,
  mappingSwitchOn,
} from '@/lib/contracts/mappingApi'
import { series, seriesQuery, summary, summaryQuery } from '@/lib/contracts/metrics'

export interface ApiOperation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below /api/v1, as OpenAPI writes it. */
  path: string
  summary: string
  query?: z.ZodObject
  body?: z.ZodType
  /** Status of success; 200 without. */
  status?: number
  /** Shape of the answer; a media type where it is not JSON. */
  answer: z.ZodType | string
}

/** Every operation of /api/v1, in the order of the document. A test compares the list with the routes. */
export const API_OPERATIONS: readonly ApiOperation[] = [
  {
    method: 'get',
    path: '/messages',
    summary: 'Messages, newest first, by pages',
    query: messageListQuery,
    answer: messageList,
  },
  {
    method: 'get',
    path: '/messages.csv',
    summary: 'The same messages as CSV, all pages',
    query: messageExportQuery,
    answer: 'text/csv',
  },
  { method: 'get', path: '/messages/{id}', summary: 'One message with its receipts', answer: messageDetail },
  {
    method: 'get',
    path: '/metrics/summary',
    summary: 'Figures of a range of send times',
    query: summaryQuery,
    answer: summary,
  },
  {
    method: 'get',
    path: '/metrics/series',
    summary: 'Messages by state over time',
    query: seriesQuery,
    answer: series,
  },
  { method: 'get', path: '/receipts/feed', summary: 'The newest receipts', query: feedQuery, answer: feed },
  {
    method: 'get',
    path: '/callbacks',
    summary: 'Callbacks, newest first, by pages',
    query: callbackListQuery,
    answer: callbackList,
  },
  { method: 'get', path: '/callbacks/{id}', summary: 'One callback as it arrived', answer: callbackDetail },
  {
    method: 'post',
    path: '/callbacks/{id}/diagnosis',
    summary: 'Why a callback was refused, and what would make it verify',
    body: diagnosisRequest,
    answer: diagnosis,
  },
  {
    method: 'post',
    path: '/callbacks/{id}/remedy',
    summary: 'Put that remedy into force and replay what was refused',
    body: remedyRequest,
    answer: remedyApplied,
  },
  {
    method: 'post',
    path: '/callbacks/replay',
    summary: 'Judge quarantined callbacks again',
    body: replayRequest,
    answer: replayStep,
  },
  { method: 'get', path: '/connections', summary: 'All connections', answer: connectionList },
  {
    method: 'post',
    path: '/connections',
    summary: 'Add a connection',
    body: connectionCreate,
    status: 201,
    answer: connectionCreated,
  },
  {
    method: 'delete',
    path: '/connections/{id}',
    summary: 'Remove a connection with all that came through it',
    answer: connectionRemoved,
  },
  {
    method: 'get',
    path: '/connections/activity',
    summary: 'What every connection did in the last hour',
    answer: connectionActivityList,
  },
  { method: 'get', path: '/connections/{id}', summary: 'One connection', answer: connection },
  {
    method: 'patch',
    path: '/connections/{id}',
    summary: 'Rename a connection or correct its settings',
    body: connectionPatch,
    answer: connection,
  },
  {
    method: 'get',
    path: '/connections/{id}/activity',
    summary: 'What one connection did, over an hour, a day or a week',
    query: activityQuery,
    answer: activitySeries,
  },
  {
    method: 'get',
    path: '/connections/{id}/loss',
    summary: 'What a removal would take away',
    answer: connectionLoss,
  },
  {
    method: 'post',
    path: '/connections/{id}/rotate',
    summary: 'Give a connection new secrets; the old ones are accepted during an overlap',
    body: rotateRequest,
    answer: connectionRotated,
  },
  {
    method: 'delete',
    path: '/connections/{id}/overlap',
    summary: 'Stop accepting the secrets before the last rotation',
    answer: connection,
  },
  {
    method: 'post',
    path: '/connections/{id}/pause',
    summary: 'Keep what arrives without applying it',
    answer: connection,
  },
  {
    method: 'post',
    path: '/connections/{id}/resume',
    summary: 'Apply again, beginning with what was kept; its progress is `kept` of the activity',
    status: 202,
    answer: connection,
  },
  {
    method: 'delete',
    path: '/connections/{id}/repairs/{kind}',
    summary: 'Take back what is undone before callbacks are verified',
    answer: connection,
  },
  {
    method: 'get',
    path: '/connections/{id}/mapping',
    summary: 'The mapping of a connection without an adapter',
    answer: connectionMapping,
  },
  {
    method: 'put',
    path: '/connections/{id}/mapping',
    summary: 'Store a draft of it; it does nothing until it is switched on',
    body: mappingSave,
    answer: mappingSaved,
  },
  {
    method: 'post',
    path: '/connections/{id}/mapping/preview',
    summary: 'What a mapping would make of the newest callbacks and of pasted samples',
    body: mappingPreviewRequest,
    answer: mappingPreview,
  },
  {
    method: 'post',
    path: '/connections/{id}/mapping/suggest',
    summary: 'Guess a mapping from a pasted sample',
    body: mappingSuggestRequest,
    answer: mappingSuggestion,
  },
  {
    method: 'post',
    path: '/connections/{id}/mapping/effect',
    summary: 'What switching on a mapping would do to the messages that are stored',
    body: mappingDraft,
    answer: mappingEffect,
  },
  {
    method: 'post',
    path: '/connections/{id}/mapping/switch-on',
    summary: 'Let the draft read the callbacks, beginning with those that wait for it',
    body: mappingSwitchOn,
    answer: mappingSwitchedOn,
  },
  {
    method: 'get',
    path: '/connections/{id}/mapping/export',
    summary: 'The mapping as a file, without secrets',
    query: mappingExportQuery,
    answer: mappingDraft,
  },
  {
    method: 'post',
    path: '/connections/{id}/mapping/import',
    summary: 'Take an exported mapping as the draft',
    body: mappingDraft,
    answer: mappingSaved,
  },
  {
    method: 'post',
    path: '/connections/{id}/mapping/fixture',
    summary: 'A callback as a conformance fixture, with its numbers and tokens as they are',
    body: mappingFixtureRequest,
    answer: fixture,
  },
  { method: 'get', path: '/providers', summary: 'What each provider needs for a connection', answer: providerList },
  {
    method: 'post',
    path: '/sample',
    summary: 'Send sample traffic through the real door',
    body: sampleRequest,
    status: 202,
    answer: sampleStarted,
  },
  {
    method: 'get',
    path: '/codes',
    summary: 'The code dictionary: every status word and error code of every provider',
    answer: codeDictionary,
  },
  { method: 'get', path: '/codes/new', summary: 'Words and codes that nobody knows yet', answer: newCodeList },
  {
    method: 'post',
    path: '/codes/new',
    summary: 'Put a new code aside, or take it back',
    body: newCodeDismiss,
    answer: newCodeList,
  },
  {
    method: 'get',
    path: '/codes/overrides',
    summary: 'What was said here of words and codes, with its history',
    query: overrideListQuery,
    answer: codeOverrideList,
  },
  {
    method: 'post',
    path: '/codes/overrides',
    summary: 'Say what a word or code means',
    body: overrideCreate,
    status: 201,
    answer: overrideChanged,
  },
  {
    method: 'post',
    path: '/codes/overrides/preview',
    summary: 'What saying so would do to stored messages',
    body: overridePreview,
    answer: rejudgePreview,
  },
  {
    method: 'post',
    path: '/codes/overrides/{id}/end',
    summary: 'End what was said of a word or code',
    body: overrideEnd,
    answer: overrideChanged,
  },
  { method: 'get', path: '/codes/jobs', summary: 'Jobs that judge stored receipts again', answer: rejudgeJobList },
  { method: 'get', path: '/codes/jobs/{id}', summary: 'One of these jobs', answer: rejudgeJob },
  {
    method: 'post',
    path: '/codes/jobs/{id}',
    summary: 'Stop a job, or let it go on',
    body: rejudgeCommand,
    answer: rejudgeJob,
  },
  { method: 'get', path: '/openapi.json', summary: 'This document', answer: 'application/json' },
]
