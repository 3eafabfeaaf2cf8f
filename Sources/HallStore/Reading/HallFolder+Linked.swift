import HallModel
import HallSyntax

/// A question about one thing needs only the documents that are linked with it.
extension HallFolder {
  /// Loads the documents that are linked with an identifier: those that mention it, all others that mention
  /// what these mention, and so on. No fact about a thing is anywhere else: its document would have to
  /// mention the thing, or to be mentioned.
  package func load(
    linkedWith query: IdentifierQuery
  ) throws(StoreFailure) -> (hall: Hall, failures: [StoreFailure]) {
    let files = try scan { file in
      LinkedFile(path: file.path, mentioned: MentionedDocuments(in: file))
    }
    let linked = LinkedFile.all(among: files.answers, linkedWith: query)
    let read = try scan(
      where: { linked.contains(HallFolder.documentPath($0, $1)) }, ReadDocument.init)
    let later = read.failures.filter { !files.failures.contains($0) }
    return hall(of: read.answers, failures: files.failures + later)
  }
}

/// A matter or a meeting, and the documents that it mentions; itself, by the name of its file, as well.
private struct LinkedFile {
  let path: String
  let ids: Set<DocumentID>
  /// Whether it may mention others.
  let isUncertain: Bool

  init(path: String, mentioned: MentionedDocuments) {
    self.path = path
    ids = mentioned.ids.union([DocumentID(fileName: path)].compactMap(\.self))
    isUncertain = mentioned.isUncertain
  }

  /// The paths of the files that are linked with an identifier.
  static func all(among files: [LinkedFile], linkedWith query: IdentifierQuery) -> Set<String> {
    var places: [DocumentID: [Int]] = [:]
    for (place, file) in files.enumerated() {
      for id in file.ids { places[id, default: []].append(place) }
    }
    var linked: Set<Int> = []
    var followed: Set<DocumentID> = []
    var open = files.indices.filter { place in
      files[place].isUncertain || files[place].ids.contains(where: query.isAbout)
    }
    while let place = open.popLast() {
      guard linked.insert(place).inserted else { continue }
      for id in files[place].ids where followed.insert(id).inserted { open += places[id] ?? [] }
    }
    return Set(linked.map { files[$0].path })
  }
}
