/// Halls by the hundred: a subdistrict keeps each in a folder of its own.
extension HallFolder {
  /// How many folders deep a hall may be.
  private static let deepest = 12

  /// Every hall below a folder, by its path. What is within a hall belongs to it: no other is looked for
  /// there. Hidden folders and links are passed over.
  ///
  /// - Parameter base: the folder that a relative path starts from.
  /// - Returns: the halls, and the folders that could not be looked into.
  package static func all(
    below folder: String, from base: String
  ) throws(StoreFailure) -> (halls: [HallFolder], failures: [StoreFailure]) {
    let path = folder.hasPrefix("/") ? folder : base + "/" + folder
    guard let root = FileSystem.realPath(path) else {
      throw StoreFailure(path: folder, reason: .notFound)
    }
    var (halls, failures): ([HallFolder], [StoreFailure]) = ([], [])
    var shown = folder
    while shown.count > 1, shown.last == "/" { shown.removeLast() }
    look(in: root, shown, deepest, &halls, &failures)
    return (halls, failures)
  }

  private static func look(
    in folder: String, _ shown: String, _ depth: Int, _ halls: inout [HallFolder],
    _ failures: inout [StoreFailure]
  ) {
    if FileSystem.exists(folder + "/hall.md") {
      return halls.append(HallFolder(root: folder, shownPath: shown))
    }
    if FileSystem.exists(folder + "/history/hall.md") {
      return failures.append(StoreFailure(path: shown, reason: .lostHall))
    }
    guard depth > 0 else { return }
    let names: [String]
    do throws(StoreFailure.Reason) { names = try FileSystem.list(DiskPath(folder)) } catch {
      return failures.append(StoreFailure(path: shown, reason: error))
    }
    for name in names {
      let inner = folder + "/" + name
      guard FileSystem.isFolder(inner), !FileSystem.isLink(inner) else { continue }
      look(in: inner, shown + "/" + name, depth - 1, &halls, &failures)
    }
  }
}
