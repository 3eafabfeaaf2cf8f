import HallHistory
import HallModel
import HallSyntax

/// Where a document's history is, and the document's path in its diffs.
package struct HistoryPlace: Hashable, Sendable {
  /// `history/M-2025-008.md`
  package let path: String
  /// `agendas/M-2025-008.md`, whatever the file's name is.
  package let documentPath: String
  /// `M-2025-008`, or `hall`.
  package let name: String

  /// The place for a document; nil if it has no identifier.
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

  /// Whether a path is that of its document, under any file name, or of the document's folder.
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

  /// The history with a document's name, as in `M-2025-008` or `hall`; nil if no document can have
  /// that name.
  package init?(named name: some StringProtocol) { self.init(historyPath: "history/\(name).md") }

  /// The place that a history file belongs to; nil for any other file.
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
  /// A document's history; empty if it has none yet.
  ///
  /// - Parameter last: the last revision to read.
  package func ledger(
    of place: HistoryPlace, upTo last: Int = .max
  ) throws(StoreFailure) -> Ledger {
    try ledger(of: place, upTo: last, in: nil)
  }

  /// - Parameter folder: the folder of the histories, if it is open.
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

  /// Refuses a history folder that is a link out of the hall: it is neither read nor written.
  func requireHistoryInside() throws(StoreFailure) {
    guard held == nil, FileSystem.isLink(root + "/history") else { return }
    do throws(StoreFailure.Reason) { try FileSystem.requireInside(root + "/history", root) } catch {
      guard error == .notFound else { throw StoreFailure(path: "history", reason: error) }
    }
  }

  /// The open folder of the histories; nil if it cannot be opened, or the files are held elsewhere.
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
