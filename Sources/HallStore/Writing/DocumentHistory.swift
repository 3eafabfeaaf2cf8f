import HallHistory
import HallModel
import HallSyntax

/// Where a document's history is, and what the diffs in it call the document.
package struct HistoryPlace: Hashable, Sendable {
  /// `history/M-2025-008.md`
  package let path: String
  /// `agendas/M-2025-008.md`, whatever the file is called.
  package let documentPath: String
  /// `M-2025-008`, or `hall`.
  package let name: String

  /// The place of a document; nil where it has no identifier.
  package init?(of document: Document) {
    if document.kind == .hall {
      name = "hall"
      documentPath = "hall.md"
    } else {
      guard let id = DocumentID(of: document) else { return nil }
      name = id.text
      documentPath = (document.kind == .matter ? "matters/" : "agendas/") + name + ".md"
    }
    path = "history/" + name + ".md"
  }

  /// Whether a path is its document's, whatever that is called, or the folder it is in.
  package func isDocument(_ path: String) -> Bool {
    let stem = documentPath.dropLast(".md".count)
    if path == stem.prefix(while: { $0 != "/" }) { return true }
    // M-2025-001 is not the beginning of M-2025-0010.
    return path.hasPrefix(stem) && !(path.dropFirst(stem.count).first?.isNumber ?? false)
  }

  /// The kind of the document.
  package var kind: Document.Kind {
    if name == "hall" { return .hall }
    return name.hasPrefix("Q") ? .matter : .meeting
  }

  /// The history of a document that is called so, as in `M-2025-008` or `hall`; nil where no document
  /// can be.
  package init?(named name: some StringProtocol) { self.init(historyPath: "history/\(name).md") }

  /// The place a history file stands for; nil for a file that is none.
  package init?(historyPath: String) {
    guard historyPath.hasPrefix("history/"), historyPath.hasSuffix(".md") else { return nil }
    name = String(historyPath.dropFirst("history/".count).dropLast(3))
    path = historyPath
    if name == "hall" {
      documentPath = "hall.md"
    } else if let id = try? DocumentID(reading: Slice(name)), id.text == name {
      documentPath = (id.series == .matter ? "matters/" : "agendas/") + name + ".md"
    } else {
      return nil
    }
  }
}

extension HallFolder {
  /// A document's history; empty where it has none yet.
  ///
  /// - Parameter last: the last revision that is asked for.
  package func ledger(
    of place: HistoryPlace, upTo last: Int = .max
  ) throws(StoreFailure) -> Ledger {
    try ledger(of: place, upTo: last, in: nil)
  }

  /// - Parameter folder: the folder of the histories, where it is open.
  func ledger(
    of place: HistoryPlace, upTo last: Int = .max, in folder: RecordFolder?
  ) throws(StoreFailure) -> Ledger {
    do throws(StoreFailure) {
      if folder == nil { try requireHistoryInside() }
      let bytes = try bytes(of: place.path, in: folder)
      return Ledger(bytes, of: place.documentPath, upTo: last)
    } catch {
      guard error.reason == .notFound else { throw error }
      return Ledger([], of: place.documentPath)
    }
  }

  /// Refuses a folder of histories that is a link out of the hall: it is neither read nor written to.
  func requireHistoryInside() throws(StoreFailure) {
    guard held == nil, FileSystem.isLink(root + "/history") else { return }
    do throws(StoreFailure.Reason) { try FileSystem.requireInside(root + "/history", root) } catch {
      guard error == .notFound else { throw StoreFailure(path: "history", reason: error) }
    }
  }

  /// The folder of the histories, open; nil where it cannot be, or they are held elsewhere.
  var openHistories: RecordFolder? {
    held == nil ? try? RecordFolder("history", of: self) : nil
  }

  /// The places of every history file, in order.
  package func historyPlaces() throws(StoreFailure) -> [HistoryPlace] {
    do throws(StoreFailure.Reason) {
      return try list("history").compactMap {
        HistoryPlace(historyPath: "history/" + $0)
      }
    } catch {
      if error == .notFound { return [] }
      throw StoreFailure(path: "history", reason: error)
    }
  }
}
