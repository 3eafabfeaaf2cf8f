import HallSyntax

/// The version of the format that a hall's files are written in: 格式 in hall.md.
package enum HallFormat {
  /// The newest one that this program reads, and the one that new halls use.
  package static let newest = 2
}

extension Charter {
  /// The format that hall.md names; the first one if it names none, or the value cannot be read.
  package var format: Int {
    guard let field = formatField else { return 1 }
    var cursor = Cursor(document.slice(document.nodes[field].value))
    guard let number = cursor.takeNumber(), cursor.atEnd else { return 1 }
    return max(1, number.value)
  }

  /// The field that names it.
  package var formatField: Int? {
    document.frontMatter.flatMap { document.fieldNode(.format, of: $0) }
  }

  /// Whether the hall is written in a format newer than this program: its words may have another
  /// meaning.
  package var isOfNewerFormat: Bool { format > HallFormat.newest }
}
