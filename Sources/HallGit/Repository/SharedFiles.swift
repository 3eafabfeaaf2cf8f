import HallWords

/// The files of a hall that git carries from one person to another.
package enum SharedFiles {
  /// Whether a path within the hall is one of those that are shared.
  package static func contain(_ path: String) -> Bool {
    let folders = ["agendas/", "matters/", "history/", "signatures/"]
    let lists = [
      "hall.md", ".gitignore", ".gitattributes", ".editorconfig", "signatures/allowed_signers",
    ]
    let name = path.split(separator: "/").last ?? ""
    // What an editor leaves beside a file is nobody's record.
    let isDocument = name.hasSuffix(".md") && !name.hasPrefix(".")
    return lists.contains(path) || isDocument && folders.contains { path.hasPrefix($0) }
  }
}
