import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// One file of a hall, merged from three versions: a document by facts, a history as one chain,
/// anything else by lines.
package struct MergedFile {
  package private(set) var bytes: [UInt8] = []
  package private(set) var open: [MergeConflict] = []
  /// The fault of a history that could not be joined.
  package private(set) var fault: Ledger.Fault?
  /// Whether two different things have the same number: then nothing of them is merged.
  package private(set) var isTwoThings = false
  package private(set) var oursIsFirst = true
  private(set) var renumbered: [Renumbering.Part] = []

  package var isClean: Bool { open.isEmpty && fault == nil && !isTwoThings }

  /// The versions to be merged.
  package struct Versions {
    let base: [UInt8]
    let ours: [UInt8]
    let theirs: [UInt8]
    /// Whether others have ours already; if not, they have theirs.
    let isOursShared: Bool
    /// The number of characters in a marker.
    let markerSize: Int

    package init(
      base: [UInt8], ours: [UInt8], theirs: [UInt8], isOursShared: Bool, markerSize: Int = 7
    ) {
      (self.base, self.ours, self.theirs) = (base, ours, theirs)
      (self.isOursShared, self.markerSize) = (isOursShared, markerSize)
    }
  }

  /// - Parameters:
  ///   - path: the file's path, within the hall or its repository.
  ///   - notes: remarks for the history on what was decided.
  ///   - choose: resolves a contradiction; nil leaves it open.
  package init(
    path: String, _ versions: Versions, notes: LedgerJoin.Notes = LedgerJoin.Notes(),
    choosing choose: @escaping (MergeConflict) -> MergeChoice? = { _ in nil }
  ) {
    let file = MergedFile.place(of: path)
    if file.isHistory, let place = HistoryPlace(historyPath: file.path) {
      join(place, versions, notes)
    } else {
      merge(file.path, file.kind, versions, choose)
    }
  }

  private mutating func join(_ place: HistoryPlace, _ versions: Versions, _ notes: LedgerJoin.Notes)
  {
    let ours = Ledger(versions.ours, of: place.documentPath)
    let theirs = Ledger(versions.theirs, of: place.documentPath)
    func document(_ bytes: [UInt8]) -> Document {
      Document(path: place.documentPath, kind: place.kind, bytes: bytes)
    }
    do throws(Ledger.Fault) {
      let merge = try HistoryMerge(
        base: Ledger(versions.base, of: place.documentPath),
        ours: ours, theirs: theirs, isOursShared: versions.isOursShared, notes: notes,
        document: document)
      if merge.common == 0, !ours.beganAs(theirs),
        MergedFile.areTwo(document(merge.texts.ours), document(merge.texts.theirs))
      {
        return markTwo(versions)
      }
      (bytes, oursIsFirst) = (merge.join.bytes, merge.oursIsFirst)
    } catch {
      // A damaged history cannot be joined: both versions are written between markers.
      bytes = LineMerge.marked(
        base: versions.base, first: versions.ours, second: versions.theirs, markers(versions))
      fault = error
    }
  }

  private mutating func merge(
    _ path: String, _ kind: Document.Kind, _ versions: Versions,
    _ choose: @escaping (MergeConflict) -> MergeChoice?
  ) {
    func document(_ bytes: [UInt8]) -> Document { Document(path: path, kind: kind, bytes: bytes) }
    let (ours, theirs) = (document(versions.ours), document(versions.theirs))
    if versions.base.isEmpty, MergedFile.areTwo(ours, theirs) { return markTwo(versions) }
    oursIsFirst = MergeOrder.oursIsFirst(
      ours: ours, theirs: theirs, isOursShared: versions.isOursShared)
    let merge = DocumentMerge(
      base: versions.base, first: oursIsFirst ? versions.ours : versions.theirs,
      second: oursIsFirst ? versions.theirs : versions.ours, path: path, kind: kind,
      markers: markers(versions), choosing: choose)
    (bytes, open, renumbered) = (merge.bytes, merge.open, merge.renumbered)
  }

  private mutating func markTwo(_ versions: Versions) {
    isTwoThings = true
    bytes = LineMerge.marked(
      base: [], first: versions.ours, second: versions.theirs, markers(versions))
  }

  private func markers(_ versions: Versions) -> MergeMarkers {
    MergeMarkers(
      size: versions.markerSize, ours: "ours", theirs: "theirs", firstIsOurs: oursIsFirst)
  }

  /// Whether two documents without a common version were created independently.
  private static func areTwo(_ one: Document, _ other: Document) -> Bool {
    (one.kind == .meeting || one.kind == .matter) && one.bytes != other.bytes
  }

  /// The path of a file within its hall, which may be a folder of the repository.
  private static func place(of path: String) -> (
    path: String, kind: Document.Kind, isHistory: Bool
  ) {
    let steps = path.split(separator: "/").suffix(2).map(String.init)
    let inner = steps.joined(separator: "/")
    if let kind = HallFiles.kind(of: inner) { return (inner, kind, false) }
    if HistoryPlace(historyPath: inner) != nil { return (inner, .other, true) }
    return steps.last == "hall.md" ? ("hall.md", .hall, false) : (inner, .other, false)
  }
}
