import HallWords

/// The files of a hall that git carries from one person to another.
package enum SharedFiles {
  /// Whether a path within the hall is shared.
  package static func contain(_ path: String) -> Bool {
    let folders = ["agendas/", "matters/", "history/", "signatures/"]
    let lists = [
      "hall.md", ".gitignore", ".gitattributes", ".editorconfig", "signatures/allowed_signers",
    ]
    let name = path.split(separator: "/").last ?? ""
    // Files that an editor leaves beside a document are not part of the record.
    let isDocument = name.hasSuffix(".md") && !name.hasPrefix(".")
    return lists.contains(path) || isDocument && folders.contains { path.hasPrefix($0) }
  }
}
