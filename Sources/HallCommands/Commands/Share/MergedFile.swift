import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax

/// One file of a hall, merged from three versions: a document by facts, a history as one chain,
/// anything else by lines.
struct MergedFile {
  let bytes: [UInt8]
  let open: [MergeConflict]
  /// What is wrong with a history that could not be joined.
  let fault: Ledger.Fault?
  let oursIsFirst: Bool
  let renumbered: [Renumbering.Part]

  var isClean: Bool { open.isEmpty && fault == nil }

  /// - Parameters:
  ///   - path: the file's path, within the hall or its repository.
  ///   - size: how many signs a marker has.
  init(
    path: String, base: [UInt8], ours: [UInt8], theirs: [UInt8], size: Int = 7,
    isOursShared: Bool, choosing choose: @escaping (MergeConflict) -> MergeChoice? = { _ in nil }
  ) {
    let file = MergedFile.place(of: path)
    if file.isHistory, let place = HistoryPlace(historyPath: file.path) {
      let ledgers = (Ledger(ours, of: place.documentPath), Ledger(theirs, of: place.documentPath))
      do throws(Ledger.Fault) {
        let merge = try HistoryMerge(
          ours: ledgers.0, theirs: ledgers.1, isOursShared: isOursShared,
          document: { Document(path: place.documentPath, kind: place.kind, bytes: $0) })
        (bytes, open, fault) = (merge.join.bytes, [], nil)
        (oursIsFirst, renumbered) = (merge.oursIsFirst, [])
        return
      } catch {
        // A damaged history is joined with nothing: both stand between markers.
        let markers = MergeMarkers(size: size, ours: "ours", theirs: "theirs", firstIsOurs: true)
        bytes = LineMerge.marked(base: base, first: ours, second: theirs, markers)
        (open, fault, oursIsFirst, renumbered) = ([], error, true, [])
        return
      }
    }
    func document(_ bytes: [UInt8]) -> Document {
      Document(path: file.path, kind: file.kind, bytes: bytes)
    }
    oursIsFirst = MergeOrder.oursIsFirst(
      ours: document(ours), theirs: document(theirs), isOursShared: isOursShared)
    let merge = DocumentMerge(
      base: base, first: oursIsFirst ? ours : theirs, second: oursIsFirst ? theirs : ours,
      path: file.path, kind: file.kind,
      markers: MergeMarkers(size: size, ours: "ours", theirs: "theirs", firstIsOurs: oursIsFirst),
      choosing: choose)
    (bytes, open, renumbered, fault) = (merge.bytes, merge.open, merge.renumbered, nil)
  }

  /// Where a file stands in its hall, which may be a folder of the repository.
  private static func place(of path: String) -> (
    path: String, kind: Document.Kind, isHistory: Bool
  ) {
    let steps = path.split(separator: "/").suffix(2).map(String.init)
    let inner = steps.joined(separator: "/")
    let name = steps.last ?? path
    switch steps.first {
    case "agendas" where name.hasPrefix("M-"): return (inner, .meeting, false)
    case "matters" where name.hasPrefix("Q-"): return (inner, .matter, false)
    case "history" where HistoryPlace(historyPath: inner) != nil: return (inner, .other, true)
    default: return name == "hall.md" ? (name, .hall, false) : (inner, .other, false)
    }
  }
}

extension HistoryPlace {
  /// The kind of the document.
  var kind: Document.Kind {
    if name == "hall" { return .hall }
    return name.hasPrefix("Q") ? .matter : .meeting
  }
}
