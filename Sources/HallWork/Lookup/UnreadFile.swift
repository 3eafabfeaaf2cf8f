import HallModel
import HallStore
import HallSyntax
import HallWords

/// What is not found may be in a file that could not be read.
extension [LoadedHall] {
  /// Why nothing is found for a text.
  package func missing(_ text: String) -> Refusal { unread(text) ?? .nothingNamed(text) }

  /// The unreadable file that may be the reason: for an identifier, its file or the folder it would
  /// be in; for a title, any file.
  package func unread(_ text: String) -> Refusal? {
    let all = flatMap { loaded in loaded.failures.map { (loaded, $0) } }
    let query = IdentifierQuery(text)
    let found = all.first { _, failure in
      guard let query else { return failure.series != nil }
      if let id = DocumentID(fileName: failure.path) { return query.isAbout(id) }
      return failure.series.map(query.isAbout) ?? false
    }
    guard let (loaded, failure) = found else { return nil }
    let path = (count > 1 ? loaded.folder.shownPath + "/" : "") + failure.path
    let reason = failure.phrase
    if query != nil { return .store(StoreFailure(path: path, reason: failure.reason)) }
    return .refused(
      Phrase(
        zh: "没有找到「\(text)」；有文件没有读出来，\(path)：\(reason.zh)",
        en: "nothing is named '\(text)'; not everything could be read, \(path): \(reason.en)"),
      hint: failure.hint)
  }
}

extension StoreFailure {
  /// The kind of identifier that the file has: a matter's or a meeting's; nil for any other.
  fileprivate var series: DocumentID.Series? {
    if path.hasPrefix("agendas") { return .meeting }
    return path.hasPrefix("matters") ? .matter : nil
  }
}
