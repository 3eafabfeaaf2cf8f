/// A place on the disk that the program writes to: a folder that the user named or is in, and the
/// steps below it. Links on the way to the folder are followed as usual; below it none is.
package struct DiskPath: Hashable, Sendable {
  /// An absolute path.
  package let top: String
  package let steps: [String]

  init(_ top: String, _ steps: [String] = []) { (self.top, self.steps) = (top, steps) }

  /// A path given by another program: its last step, and the folder it is in.
  package init(whole path: String) {
    guard let slash = path.lastIndex(of: "/") else {
      self.init(".", [path])
      return
    }
    let name = String(path[path.index(after: slash)...])
    self.init(slash == path.startIndex ? "/" : String(path[..<slash]), name.isEmpty ? [] : [name])
  }

  /// A path below a trusted folder; nil if it is not below it, step by step.
  package init?(_ path: String, below top: String) {
    let start = top == "/" ? "/" : top + "/"
    guard path.utf8.starts(with: start.utf8) else { return nil }
    let steps = String(decoding: path.utf8.dropFirst(start.utf8.count), as: UTF8.self)
      .split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard steps.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return nil }
    self.init(top, steps)
  }

  package var text: String { steps.reduce(top == "/" ? "" : top) { $0 + "/" + $1 } }

  /// The folder it is in; the path itself if it is the top.
  var folder: DiskPath { DiskPath(top, steps.dropLast()) }

  /// Another name in its folder.
  func beside(_ change: (String) -> String) -> DiskPath {
    guard let name = steps.last else { return self }
    return DiskPath(top, steps.dropLast() + [change(name)])
  }
}

extension HallFolder {
  /// Where a path of the hall is on the disk.
  func place(_ path: HallPath) -> DiskPath {
    if path.isPrivate, let own = ownPrivateFolder {
      return DiskPath(own, Array(path.steps.dropFirst()))
    }
    return DiskPath(root, path.steps)
  }

  /// The hall's own folder.
  var top: DiskPath { DiskPath(root) }
}
