export {
  type Artefact,
  type ArtefactHead,
  type ArtefactPlace,
  artefactKey,
  digestOf,
  peekArtefact,
  readArtefact,
  removeArtefact,
  writeArtefact,
} from './artefacts.ts';
export { type Claim, claimDocument, claimFolder } from './claims.ts';
export {
  addDocument,
  type DocumentEntry,
  type DocumentState,
  documentState,
  isDocumentId,
  listDocuments,
  type NewDocument,
  readDocument,
  writeDocument,
} from './documents.ts';
export { createFileWhole, linkFile, makeFolder, readFileOrNull, typed, writeFileWhole } from './files.ts';
export { beatFile, HEARTBEAT_EVERY, HOLDER_NAME, type Holder, holderFile, isGone, isStale, thisHolder } from './holder.ts';
export { appendLog, type LogLine } from './log.ts';
export { type AddedSource, addSource, addSourceBytes, checkSource, convertedPath, hashFile, sourcePath } from './sources.ts';
export { openStore, type Store, type StoreWarning } from './store.ts';
