import HallModel
import HallSyntax

extension HallFolder {
  /// The documents that are gone while their histories are there, in the order of their names.
  package func lostDocuments() -> [StoreFailure] {
    guard held == nil, let histories = try? list("history"), !histories.isEmpty else { return [] }
    // Names are compared first: in nearly every hall each history has a file of its own name.
    let names = ["agendas", "matters"].flatMap { (try? list($0)) ?? [] }
    var known = Set(names)
    let missing = histories.filter { !known.contains($0) }
    let lost = missing.compactMap { HistoryPlace(historyPath: "history/" + $0) }
      .filter { $0.kind != .hall }
    guard !lost.isEmpty, let documents = try? documentPaths() else { return [] }
    func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }
    // A file may have another name than its identifier.
    let recorded = Set(histories)
    for (path, kind) in documents where !recorded.contains(name(path)) {
      guard let document = try? read(path, kind: kind), let id = DocumentID(of: document) else {
        continue
      }
      known.insert(id.text + ".md")
    }
    return lost.filter { !known.contains($0.name + ".md") }
      .map { StoreFailure(path: $0.documentPath, reason: .lostDocument) }
  }
}
