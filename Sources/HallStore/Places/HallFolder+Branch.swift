extension HallFolder {
  /// The branch that git has checked out around the hall, as in `refs/heads/main`; a commit's
  /// digits if there is none; empty without git. Read as data: no program is started.
  var checkedOutBranch: String {
    guard let (_, directory) = GitIndex.repository(around: root),
      let bytes = try? FileSystem.read(directory + "/HEAD", within: "/")
    else { return "" }
    let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return line.hasPrefix("ref: ") ? String(line.dropFirst("ref: ".count)) : line
  }
}
