import HallModel
import HallSyntax

extension HallFolder {
  /// The documents that are gone while their histories are there, in the order of their names.
  package func lostDocuments() -> [StoreFailure] {
    guard held == nil, let histories = try? historyPlaces(), let documents = try? documentPaths()
    else { return [] }
    func name(_ path: String) -> String {
      String(path.split(separator: "/").last?.dropLast(".md".count) ?? "")
    }
    var known = Set(documents.map { name($0.path) })
    let lost = histories.filter { $0.kind != .hall && !known.contains($0.name) }
    guard !lost.isEmpty else { return [] }
    // A file may have another name than its identifier.
    let recorded = Set(histories.map(\.name))
    for (path, kind) in documents where !recorded.contains(name(path)) {
      guard let document = try? read(path, kind: kind), let id = DocumentID(of: document) else {
        continue
      }
      known.insert(id.text)
    }
    return lost.filter { !known.contains($0.name) }
      .map { StoreFailure(path: $0.documentPath, reason: .lostDocument) }
  }
}
