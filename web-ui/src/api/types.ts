/** Names that the pages use for the shapes of the API; the shapes themselves are generated from `api/openapi.json`. */
import type { components, operations } from './generated/schema';

type Shapes = components['schemas'];

export interface Page<T> {
  items: T[];
  next: string | null;
  count?: Count;
}
export type Count = Shapes['Count'];

export type Me = Shapes['Me'];
export type TenantOfMe = Shapes['Membership'];
export type AppSummary = Shapes['App'];
export type FormSummary = Shapes['FormSummary'];
export type TenantTemplate = Shapes['TenantTemplate'];
export type TemplateDetail = Shapes['TemplateDetail'];
export type InstalledTemplate = Shapes['InstalledTemplate'];
export type Person = Shapes['Person'];
export type SubjectStanding = Shapes['SubjectStanding'];
export type Erasure = Shapes['Erasure'];
export type ErasureCertificate = Shapes['ErasureCertificate'];
export type Member = Shapes['Member'];
export type Department = Shapes['DepartmentBrief'];
export type Purpose = Shapes['Purpose'];
export type PublicLink = Shapes['PublicLink'];
export type Notification = Shapes['Notification'];
export type NotificationPreference = Shapes['NotificationPreference'];

export type Access = Shapes['Access'];
export type RecordData = Shapes['RecordData'];
export type Masked = Shapes['Masked'];
/** How a value that one may not read back is written. */
export interface Replace {
  replace: unknown;
}

export type WorkflowState = Shapes['WorkflowState'];
export type InstanceStatus = Shapes['InstanceStatus'];
export type FormRecord = Shapes['Record'];
export type BrokenRecord = Shapes['BrokenRecord'];
export type ListedRecord = FormRecord | BrokenRecord;
export type Comparison = Shapes['Comparison'];
export type Filter = Shapes['Filter'];
export type RecordQuery = Shapes['RecordQuery'];
export type SavedView = Shapes['View'];
export type ViewKind = SavedView['kind'];
export type NewView = Shapes['NewView'];
export type ViewChange = Shapes['ViewChange'];
export type RecordBatch = Shapes['RecordBatch'];
export type RelatedList = Shapes['RelatedList'];
export type Look = Shapes['Look'];
export type HistoryEntry = Shapes['HistoryEntry'];
export type HistoryChange = Shapes['HistoryChange'];
export type Comment = Shapes['Comment'];
export type NewComment = Shapes['NewComment'];
export type ListedComment = Comment | Shapes['BrokenComment'];
export type Share = Shapes['Share'];
export type Delegation = Shapes['Delegation'];
export type NewDelegation = Shapes['NewDelegation'];
export type ShareTerms = Shapes['ShareTerms'];
export type DuplicateItem = Shapes['Duplicates']['items'][number];
export type RevealAnswer = Shapes['Revealed'];
export type RevealWaiting = Shapes['RevealWaiting'];
export type Approval = Shapes['Approval'];

export type ExchangeJob = Shapes['ExchangeJob'];
export type FormConversion = Shapes['FormConversion'];
export type ImportJob = Shapes['ImportJob'];
export type ImportColumns = Shapes['ImportColumns'];

export type Box = NonNullable<NonNullable<operations['listTasks']['parameters']['query']>['box']>;
export type TaskItem = Shapes['TaskItem'];
export type Task = Shapes['Task'];
export type WorkflowEntry = Shapes['TimelineEntry'];
export type WorkflowView = Shapes['Timeline'];
export type StatusChart = Shapes['StatusChart'];
export type Figures = Shapes['Figures'];
export type WorkflowSummary = Shapes['WorkflowSummary'];
export type DashboardSummary = Shapes['DashboardSummary'];
export type PublishedDashboard = Shapes['PublishedDashboard'];
export type DashboardFigures = Shapes['DashboardFigures'];
export type WidgetFigures = Shapes['WidgetFigures'];
export type Incident = Shapes['Incident'];
export type RetryResult = Shapes['RetryResult'];
export type WebhookDelivery = Shapes['WebhookDelivery'];
export type WorkingCalendar = Shapes['WorkingCalendar'];
export type CalendarDate = Shapes['CalendarDate'];
export type WorkingHours = Shapes['WorkingHours'];
export type Migration = Shapes['Migration'];

export type TreeHead = Shapes['TreeHead'];
export type InclusionProof = Shapes['InclusionProof'];
export type ConsistencyProof = Shapes['ConsistencyProof'];
export type AuditKey = Shapes['AuditKey'];
export type AuditExport = Shapes['AuditExport'];
export type AuditItem = Shapes['AuditItem'];
export type AuditEntry = Shapes['AuditEntry'];

export type DataSubject = Shapes['DataSubject'];
export type DataSubjectPage = Shapes['DataSubjectPage'];
export type ConsentEvent = Shapes['ConsentEvent'];
export type RightsRequestLine = Shapes['RightsRequestLine'];
export type RightsRequest = Shapes['RightsRequest'];
export type RightsAct = Shapes['RightsAct'];
export type NewRightsRequest = Shapes['NewRightsRequest'];
export type RequestTerm = Shapes['RequestTerm'];
export type RegulationReport = Shapes['RegulationReport'];
export type InventoryForm = Shapes['InventoryForm'];
export type InventoryField = Shapes['InventoryField'];
