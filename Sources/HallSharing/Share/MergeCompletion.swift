import HallGit
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Writes the result of a merge after git has merged: the merged documents with their joined
/// histories, the references to changed numbers, and a revision for each unrecorded change.
struct MergeCompletion {
  let sharing: Sharing
  let versions: HallVersions
  let settled: SettledMerge
  let lock: HallLock

  init(_ sharing: Sharing, _ versions: HallVersions, _ settled: SettledMerge, _ lock: HallLock) {
    (self.sharing, self.versions) = (sharing, versions)
    (self.settled, self.lock) = (settled, lock)
  }

  private var writer: HallWriter {
    HallWriter(
      sharing.folder,
      outside: Phrase(zh: "在别的程序里修改", en: "edited outside the program")[
        sharing.charter.language])
  }

  func run() throws(Refusal) {
    try write()
    let hall = try sharing.load().hall
    var edits: [HallWriter.Edit] = []
    for document in hall.documents where document.fault == nil {
      let new = rewritten(document)
      guard let place = HistoryPlace(of: document) else { continue }
      // A change made elsewhere that waits for an answer must not be recorded by anybody else.
      if versions.isWaiting(place.name), new == document.bytes { continue }
      guard new != document.bytes || !sharing.folder.isRecorded(document, at: place) else {
        continue
      }
      // A merge does not create a history for a document that has none on either side.
      guard new != document.bytes || sharing.folder.exists(place.path) else { continue }
      edits.append(
        HallWriter.Edit(
          path: document.path, kind: document.kind, old: document.bytes, new: new,
          why: why(place.name)))
    }
    guard !edits.isEmpty else { return try verify(hall) }
    do throws(HallWriter.Failure) {
      // The reason of each says what was decided about it.
      for edit in edits {
        _ = try writer.write(
          [edit], by: sharing.author, reason: edit.why(edit.new), holding: lock)
      }
    } catch {
      throw .writing(error)
    }
    try verify(try sharing.load().hall)
  }

  private func why(_ name: String) -> String {
    settled.parts.first { $0.name == name }?.decided
      ?? Phrase(zh: "合并两边的改动", en: "merged what both sides did")[sharing.charter.language]
  }

  private func write() throws(Refusal) {
    var files: [HallWriter.Rewrite] = []
    for part in settled.parts {
      if let merged = part.merged, let path = part.path {
        files.append(sharing.rewriting(path, to: merged.bytes))
        for other in [part.document.ours?.path, part.document.theirs?.path] {
          guard let other, other != path else { continue }
          _ = sharing.git(["rm", "--quiet", "--force", "--ignore-unmatch"], paths: [other])
        }
      }
      if let joined = part.joined, let path = (part.history?.ours ?? part.history?.theirs)?.path {
        files.append(sharing.rewriting(path, to: joined.bytes))
      }
      // The documents that others have created, with what they lacked.
      for file in [part.document, part.history] where versions.mended.contains(part.name) {
        guard let file, file.ours == nil, let theirs = file.theirs else { continue }
        files.append(sharing.rewriting(theirs.path, to: theirs.bytes))
      }
    }
    do throws(HallWriter.Failure) { try writer.rewrite(files, holding: lock) } catch {
      throw .writing(error)
    }
  }

  /// A document in which the references written by the renumbered side use the new numbers.
  private func rewritten(_ document: Document) -> [UInt8] {
    guard let name = HistoryPlace(of: document)?.name, let file = versions.documents[name] else {
      return document.bytes
    }
    var bytes = document.bytes
    for part in settled.parts {
      let own = part.merged?.renumbered ?? []
      // References within the document itself were rewritten when it was merged.
      guard !own.isEmpty, part.name != name, let merged = part.merged else { continue }
      let first = merged.oursIsFirst ? file.ours : file.theirs
      let known = (file.base?.bytes ?? []) + [0x0A] + (first?.bytes ?? [])
      bytes = Renumbering(parts: own).applied(to: bytes, base: known)
    }
    return bytes
  }

  /// Refuses a result that does not verify.
  private func verify(_ hall: Hall) throws(Refusal) {
    let states: [HistoryState]
    do throws(StoreFailure) {
      states = try sharing.folder.historyStates(
        of: hall, reckoning: sharing.session.world.reckoning
      ).states
    } catch {
      throw .store(error)
    }
    let names = Set(settled.parts.map(\.name))
    let broken = states.first { state in
      state.isBroken && names.contains(state.place.name)
        && !(state.verdict == .sealBroken && versions.isWaiting(state.place.name))
    }
    guard let broken else { return }
    throw .refused(
      Phrase(
        zh: "合并后 \(broken.place.name) 的历史对不上，没有合并，一切照旧",
        en: "the merged history of \(broken.place.name) does not verify; nothing was merged"),
      hint: Phrase(zh: "用「hall 核验」看看", en: "see 'hall verify'"))
  }
}
