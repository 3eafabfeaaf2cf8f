import HallGit
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Identifiers that both sides gave to two different documents.
extension Sharing {
  /// The documents created by both sides under the same identifier, independently.
  func clashes(_ versions: HallVersions) -> Set<String> {
    Set(
      versions.documents.filter { _, file in
        guard file.base == nil, let ours = file.ours, let theirs = file.theirs else { return false }
        return ours.bytes != theirs.bytes
      }.keys)
  }

  /// The documents here that others have under a different identifier: both sides cherry-picked the
  /// commit that brought it, and each has renumbered it since. Theirs, by ours.
  func twins(_ versions: HallVersions) -> [String: String] {
    func begun(_ isOurs: Bool) -> [(name: String, ledger: Ledger)] {
      versions.documents.keys.sorted().compactMap { name in
        guard let file = versions.documents[name], file.base == nil,
          (isOurs ? file.theirs : file.ours) == nil, let place = HistoryPlace(named: name),
          let history = isOurs ? versions.histories[name]?.ours : versions.histories[name]?.theirs
        else { return nil }
        return (name, Ledger(history.bytes, of: place.documentPath))
      }
    }
    let others = begun(false)
    guard !others.isEmpty else { return [:] }
    return begun(true).reduce(into: [:]) { twins, own in
      twins[own.name] = others.first { $0.ledger.beganAs(own.ledger) }?.name
    }
  }

  /// Whether documents here have to be renumbered before others' commits are merged.
  func mustRenumber(_ versions: HallVersions) -> Bool {
    !clashes(versions).isEmpty || !twins(versions).isEmpty
  }

  /// Renumbers the documents made here whose numbers others have used for something else; each
  /// keeps its history, and references here are updated.
  func renumberDocuments(_ versions: HallVersions, _ answer: inout Answer) throws(Refusal) {
    let clashes = clashes(versions)
    let twins = twins(versions)
    guard !clashes.isEmpty || !twins.isEmpty else { return }
    let lock = try lock()
    defer { withExtendedLifetime(lock) {} }
    let hall = try load().hall
    var changes = twins.sorted { $0.key < $1.key }.compactMap { own, theirs in
      (try? DocumentID(reading: Slice(own))).flatMap { from in
        (try? DocumentID(reading: Slice(theirs))).map { IdentifierChange(from: from, to: $0) }
      }
    }
    let taken = Set(versions.documents.keys)
    for name in clashes.sorted() {
      guard let id = try? DocumentID(reading: Slice(name)) else { continue }
      var number: Int
      do throws(StoreFailure) {
        number = try folder.nextID(id.series, year: id.year, in: hall).number
      } catch {
        throw .store(error)
      }
      func candidate() -> DocumentID { DocumentID(id.series, year: id.year, number: number) }
      while taken.contains(candidate().text) || changes.contains(where: { $0.to == candidate() }) {
        number += 1
      }
      changes.append(IdentifierChange(from: id, to: candidate()))
    }
    try rewrite(changes, versions, hall, lock)
    for change in changes {
      if twins[change.from.text] == nil {
        let own = hall.documents.first { HistoryPlace(of: $0)?.name == change.from.text }
        let title = own?.title ?? ""
        tell(
          "编号重了：这里的 \(change.from.text)「\(title)」改为 \(change.to.text)",
          "number given twice: \(change.from.text) here, '\(title)', is now \(change.to.text)",
          &answer)
      } else {
        tell(
          "这里的 \(change.from.text) 就是大家的 \(change.to.text)，合成一份",
          "\(change.from.text) here is the same document as the others' \(change.to.text); they"
            + " are merged into one",
          &answer)
      }
      dropSignatures(of: change, &answer)
    }
    let paths = changed().map(\.path)
    func commit() throws(Refusal) {
      let message = ShareMessage(revisions(in: paths), files: paths, charter.language)
      let added = stage(paths)
      let done = git(
        ["commit", "--quiet", "--only", "--cleanup=whitespace", "-m", message.text], paths: paths)
      guard added.isDone, done.isDone else { throw Sharing.inTheWay(done) }
    }
    do throws(Refusal) { try underWay(nil, lock, commit) } catch {
      putBack(changed().map(\.path), lock)
      throw error
    }
  }

  /// Restores files without edits to the last commit.
  private func putBack(_ paths: [String], _ lock: HallLock) {
    var files: [(path: String, bytes: [UInt8])] = []
    for path in paths {
      if let bytes = repository.content(of: path, in: "HEAD") {
        files.append((path, bytes))
      } else {
        OutsideFile.remove(
          repository.top + "/" + repository.prefix + path, below: repository.top)
      }
    }
    try? rewrite(files, holding: lock)
  }

  /// A signature names the document it was made for: under another number it is invalid, and would
  /// lie beside a different document.
  private func dropSignatures(of change: IdentifierChange, _ answer: inout Answer) {
    let paths = folder.signatureFiles().files.map(\.path).filter {
      $0.hasPrefix("signatures/\(change.from.text).")
    }
    guard !paths.isEmpty else { return }
    _ = git(["rm", "--quiet", "--force"], paths: paths)
    tell(
      "  \(change.to.text) 原来的 \(paths.count) 个签名不再算数，请重新签",
      "  its \(paths.count) signatures do not count for \(change.to.text): sign it again", &answer)
  }

  /// Writes the documents and their histories under their new names, and updates the references.
  private func rewrite(
    _ changes: [IdentifierChange], _ versions: HallVersions, _ hall: Hall, _ lock: HallLock
  ) throws(Refusal) {
    let writer = HallWriter(folder)
    var files: [HallWriter.Rewrite] = []
    var gone: [HallWriter.Unmaking] = []
    for document in hall.documents {
      guard let place = HistoryPlace(of: document),
        let change = changes.first(where: { $0.from.text == place.name }),
        let target = HistoryPlace(named: change.to.text)
      else { continue }
      let ledger: Ledger
      do throws(StoreFailure) { ledger = try folder.ledger(of: place) } catch {
        throw .store(error)
      }
      do throws(Ledger.Fault) {
        let moved = try ledger.remade(for: target.documentPath) { change.applied(to: $0) }
        files.append(HallWriter.Rewrite(path: target.path, old: nil, new: moved))
      } catch {
        throw .damagedHistory(place.name, error)
      }
      files.append(
        HallWriter.Rewrite(
          path: target.documentPath, old: nil, new: change.applied(to: document.bytes)))
      gone.append(
        HallWriter.Unmaking(
          of: place, path: document.path, old: document.bytes, history: ledger.bytes, in: folder))
    }
    do throws(HallWriter.Failure) {
      try writer.rewrite(files, unmaking: gone, holding: lock)
      let edits = references(to: changes, versions, hall)
      if !edits.isEmpty {
        _ = try writer.write(
          edits, by: author, reason: say("编号改了", "another number"), holding: lock)
      }
    } catch {
      throw .writing(error)
    }
  }

  /// The text written here since the merge base that refers to one of the documents.
  private func references(
    to changes: [IdentifierChange], _ versions: HallVersions, _ hall: Hall
  ) -> [HallWriter.Edit] {
    hall.documents.compactMap { document in
      guard let name = HistoryPlace(of: document)?.name,
        !changes.contains(where: { $0.from.text == name }), let file = versions.documents[name]
      else { return nil }
      let new = changes.reduce(document.bytes) { bytes, change in
        change.applied(to: bytes, base: file.base?.bytes ?? [])
      }
      guard new != document.bytes else { return nil }
      return HallWriter.Edit(
        path: document.path, kind: document.kind, old: document.bytes, new: new,
        why: say("编号改了", "another number"))
    }
  }
}
