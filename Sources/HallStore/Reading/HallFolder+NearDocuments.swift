import HallModel
import HallSyntax

/// Files that are almost documents.
extension HallFolder {
  /// How many files are examined: a folder of pictures contains no documents of the hall.
  private static let mostFiles = 2_000

  /// The files in the hall's folder, in its document folders and one level below those, that look
  /// like documents but are not read, in the order of their paths.
  package func nearDocuments() -> [NearDocument] {
    var found: [NearDocument] = []
    var seen = 0
    for folder in ["", "agendas", "matters"] + nearFolders() {
      let names = (try? list(folder)) ?? []
      for name in names where seen < HallFolder.mostFiles {
        let path = folder.isEmpty ? name : folder + "/" + name
        guard HallFiles.kind(of: path) == nil, path != "agendas/templates" else { continue }
        seen += 1
        if let near = nearDocument(path) {
          found.append(near)
        } else if !folder.isEmpty, !name.contains(".") {
          let below = ((try? list(path)) ?? []).prefix(HallFolder.mostFiles)
          found += below.compactMap { nearDocument(path + "/" + $0) }
        }
      }
    }
    return found.sorted { $0.path < $1.path }
  }

  /// Other folders with names similar to the hall's own: `Agendas`, `议程`.
  private func nearFolders() -> [String] {
    let near = ["agendas", "agenda", "matters", "matter", "议程", "会议", "问题", "问题清单"]
    return ((try? list("")) ?? []).filter { name in
      near.contains(name.lowercased()) && name != "agendas" && name != "matters"
    }
  }

  private func nearDocument(_ path: String) -> NearDocument? {
    // Only files that may be text are opened.
    guard NearDocument(path: path, beginning: []) != nil || path.lowercased().hasSuffix(".md"),
      let bytes = try? bytes(of: path)
    else { return nil }
    return NearDocument(path: path, beginning: bytes.prefix(4_096))
  }
}
