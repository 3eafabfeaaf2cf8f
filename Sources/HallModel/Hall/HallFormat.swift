import HallSyntax

/// The version of the format that a hall's files are written in: 格式 in hall.md.
package enum HallFormat {
  /// The newest one that is read, and the one that new halls say.
  package static let newest = 2
}

extension Charter {
  /// The format that hall.md says; the first one where it says none, or nothing that can be read.
  package var format: Int {
    guard let field = formatField else { return 1 }
    var cursor = Cursor(document.slice(document.nodes[field].value))
    guard let number = cursor.takeNumber(), cursor.atEnd else { return 1 }
    return max(1, number.value)
  }

  /// The field that says it.
  package var formatField: Int? {
    document.frontMatter.flatMap { document.fieldNode(.format, of: $0) }
  }

  /// Whether the hall is written in a format that came after this program: what it says may mean
  /// something else.
  package var isOfNewerFormat: Bool { format > HallFormat.newest }
}
