import type { Topics } from './topics';

export const topics: Topics = {
  home: {
    title: 'Workspace',
    about: [
      'On the left the apps and forms that you may see, on the right what waits for you.',
      'An app that is missing has no form with a permission group of yours; an administrator can add you.',
    ],
  },
  list: {
    title: 'List of records',
    about: [
      'Only records that you may see. A masked value carries a lock; click it to ask for the original.',
      'Filter, order and columns can be kept as a view, for yourself or shared. Protected fields are searched by their whole value only, and each search is logged.',
      'Tick records to see at the bottom what can be done to all of them.',
    ],
  },
  record: {
    title: 'Record',
    about: [
      'Its content on the left; what happened, comments, approval and who looked on the right. The ring beside a title tells how sensitive the field is.',
      'To reveal a value, choose a purpose and say why. It closes by itself, and “Access” shows those who manage the record, and auditors, who looked and why.',
      'Below stand the related records: those of other forms that point at this one. One made there points here from the start.',
      'When somebody else changed the record meanwhile, you are asked what to keep; nothing is overwritten unseen.',
    ],
  },
  entry: {
    title: 'New record',
    about: [
      'A star marks what has to be filled in. What breaks a rule is told beside the field.',
      'A draft is yours alone. Once submitted, a record with a workflow goes straight to approval.',
    ],
    keys: [['Tab', 'to the next field; a new row takes the focus']],
  },
  bin: { title: 'Recycle bin', about: ['Deleted records stay here and can be restored until their time is over.'] },
  tasks: {
    title: 'Tasks',
    about: [
      'To do, done, started by you, copied to you: one tab each.',
      'Tick several to approve or reject them together. While you are away, “Delegation” hands new tasks to a colleague.',
    ],
  },
  task: {
    title: 'Deciding on a task',
    about: [
      'You see what this step needs; a field that is missing has no part in it.',
      'Returning, transferring and adding a signer stand in the timeline. If the record changed since you opened it, you are told what before you decide.',
    ],
    keys: [
      ['A', 'approve'],
      ['R', 'reject'],
    ],
  },
  approvals: {
    title: 'Approvals',
    about: [
      'Somebody wants to see something protected, and a second person has to agree. Nobody agrees to his own request.',
      'Once agreed, it is open to them for the time stated and no longer.',
    ],
  },
  delegations: {
    title: 'Delegation',
    about: ['While you are away, new tasks go to your delegate. The timeline names both of you.'],
  },
  audit: {
    title: 'Audit',
    about: [
      'Who did or saw what, when and why. Facts only: never the values themselves.',
      'Each entry is verified in your browser: a shield with a tick means that nobody altered it.',
    ],
  },
  privacy: {
    title: 'Privacy desk',
    about: [
      'Data subjects, their requests and consents, retention and the inventory.',
      'A person is found by a whole identifier only, and each search is logged.',
      'A request is entered on the person’s page: its term follows from the law (set under “Time to answer”), and you are told before it ends. For access and portability a copy is made for you.',
      'The report says article by article what meets the law here and what is missing; it prints as it stands.',
    ],
  },
  formDesign: {
    title: 'Form designer',
    about: [
      'Fields on the left, the form as it will be in the middle, properties on the right. Every step is kept as a draft and counts once it is published.',
      '“Privacy” sets how sensitive a field is, what it is for and how it can be searched, with what each way of searching gives away.',
      'With no field selected, the right side is about the form itself. “Public form” lets anybody who has the link fill in chosen fields without signing in and without seeing anything: publish, then make the link; replacing it stops the old one at once.',
    ],
    keys: [
      ['↑ ↓', 'select a field'],
      ['Alt ↑ ↓', 'move it'],
      ['Enter', 'edit its title'],
      ['Delete', 'delete it'],
      ['Ctrl Z', 'undo'],
    ],
  },
  flowDesign: {
    title: 'Workflow designer',
    about: [
      'A card says who decides and how they sign; the number at the lock counts the protected fields that the step sees.',
      '“Simulate” walks a sample through and notifies nobody. What runs already keeps the version it began with.',
    ],
    keys: [
      ['A', 'add after the selected step'],
      ['Delete', 'delete the step'],
      ['Ctrl Z', 'undo'],
    ],
  },
  permissions: {
    title: 'Permissions',
    about: [
      'Each group says who may do what, on which records, and how much of every field they see.',
      'The matrix shows all at once; “Why” explains why somebody sees a field or does not.',
    ],
    keys: [['1 – 5', 'set the selected cell of the matrix']],
  },
  publish: {
    title: 'Publish',
    about: [
      'Three columns: what changes in the table, what the checks found, who will see more or less.',
      'Errors keep you from publishing; warnings are yours to weigh.',
    ],
  },
  dashboard: {
    title: 'Dashboard',
    about: [
      'Figures count the records that you may see, so two people can see different ones.',
      'Click a bar or a slice and the other charts narrow to it; each chart can be read as a table.',
    ],
  },
  dashboardDesign: {
    title: 'Designing a dashboard',
    about: [
      'Drag a widget to move it and its corner to size it; the keyboard does both.',
      'Nobody is shown a figure of a field that he may not read.',
    ],
  },
  figures: {
    title: 'Workflow figures',
    about: ['How long steps take, what piles up, who is overdue. Times and counts, no content of records.'],
  },
  templates: {
    title: 'Template centre',
    about: [
      'Each template brings an app that works at once. Its card tells which personal data it keeps, how many approvals it has and how long data stays.',
      'Once installed it is an app of your own: change it in the designers. Roles that are missing are made by an administrator in Keycloak.',
    ],
  },
  members: {
    title: 'Members and departments',
    about: [
      'Names, departments and roles are kept in Keycloak; this copy follows within seconds. If a change is not here yet, choose “Compare now”.',
      'Choose a department to see who is in it, and a person for roles, departments headed and who acts for them.',
      '“Look as this member” shows you all that they can see, without changing anything; the audit log notes it.',
    ],
  },
  roles: {
    title: 'Roles',
    about: [
      'Choose a role on the left; on the right stand who has it and which permission groups name it.',
      'Roles are given to members in Keycloak; what a role may do is decided in “Permissions” of each form.',
    ],
  },
  keys: {
    title: 'Keys',
    about: [
      'Which keys protect data, and since when. No key is ever shown.',
      'Publish the fingerprint of the audit log’s public key elsewhere: then anybody can check that the log was not altered.',
      'Back up the root key apart from the databases: without it nobody can read what is protected.',
    ],
  },
  jobs: {
    title: 'Jobs',
    about: [
      'All imports, exports and conversions of forms, whoever began them.',
      'What is done stays when a job is cancelled; whoever began an import can undo it.',
    ],
  },
  settings: {
    title: 'Settings',
    about: [
      'Sensitive fields and reveals choose from the purposes. Add to them and rename them; the key of one in use stays.',
      'Receivers of deliveries check with the signing secret where a message came from. A replaced one still signs for a day.',
    ],
  },
  health: {
    title: 'Health',
    about: [
      'Looked at every ten seconds; beside each sign stands why, and what it means.',
      'When something in a queue will not go on by itself, retry it in “Incidents” or “Deliveries”.',
    ],
  },
  apiClients: {
    title: 'API clients',
    about: [
      'Other systems call the API with a key. A client is bound to roles, one purpose and a tag ceiling: what lies beyond does not exist for it, in lists, filters and exports alike.',
      'A client never reveals, approves or administers. Records and the audit log name it in all that it does.',
      'A key is shown once, when it is made; the server keeps only its digest. Clients that end within 30 days are marked. Revoke one at once when its key may have leaked.',
    ],
  },
  operations: {
    title: 'Operations',
    about: ['Workflows that stopped, deliveries, the working calendar and migrations. A retry does nothing twice.'],
  },
  profile: {
    title: 'Profile',
    about: [
      'Language, light and dark, second factor, sessions and how you are told: all for yourself alone.',
      'If you do not know a device, end its session, then sign it out in Keycloak and change your password.',
    ],
  },
  other: {
    title: 'Help',
    about: ['The search at the top finds records, pages, apps, forms and views: only those that you may see.'],
  },
};
