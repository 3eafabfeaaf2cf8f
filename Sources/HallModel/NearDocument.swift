import HallSyntax

/// A file that is almost a document of the hall: its name, folder or content looks like one, but it
/// is not read. The reader of the folder finds it; the check `misnamed-file` reports it.
package struct NearDocument: Sendable, Equatable {
  /// The file, relative to its hall.
  package let path: String
  /// The identifier it has.
  package let id: DocumentID
  /// The path under which it would be read.
  package let rightPath: String

  /// Nil where nothing suggests that the file is meant as a document.
  ///
  /// - Parameter beginning: the first bytes of the file.
  package init?(path: String, beginning: Slice) {
    let steps = path.split(separator: "/").map(String.init)
    guard let name = steps.last, !NearDocument.isBackup(name) else { return nil }
    let named = NearDocument.identifier(in: name)
    let held = NearDocument.identifier(inFrontMatter: beginning)
    guard NearDocument.isText(name), let id = named?.id ?? held else { return nil }
    let folder = id.series == .meeting ? "agendas" : "matters"
    self.path = path
    self.id = id
    rightPath = "\(folder)/\(id.text)\(named?.rest ?? "").md"
    guard rightPath != path else { return nil }
  }

  /// Files that editors and people leave next to a file: `M-2025-008.md~`, `M-2025-008.md.bak`.
  private static func isBackup(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("#") || name.hasSuffix("~")
      || ["bak", "orig", "rej", "swp", "tmp", "old"].contains(ending(of: name))
  }

  /// Whether the name has a text extension, or none.
  private static func isText(_ name: String) -> Bool {
    ["", "md", "markdown", "mdown", "mkd", "txt", "text"].contains(ending(of: name))
  }

  private static func ending(of name: String) -> String {
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "" }
    return name[name.index(after: point)...].lowercased()
  }

  /// `m_2025_002`, `M2025-2`, `Ｍ-2025-002`: an identifier in any form, and the text between it and
  /// the extension.
  private static func identifier(in name: String) -> (id: DocumentID, rest: String)? {
    var cursor = Cursor(Slice(name))
    let series: DocumentID.Series
    if cursor.take("M") {
      series = .meeting
    } else if cursor.take("Q") {
      series = .matter
    } else {
      return nil
    }
    func skipDash() { _ = cursor.take(anyOf: ["-", "_", "–", "—", "‐", "‑", "−", ".", " "]) }
    skipDash()
    guard let year = cursor.takeNumber(), year.digits == 4 else { return nil }
    skipDash()
    guard let number = cursor.takeNumber(), number.value > 0, number.digits <= 9 else { return nil }
    var rest = cursor.rest.string
    // Any text may follow the identifier, except for the extensions.
    while let point = rest.lastIndex(of: "."), isText("x" + rest[point...]) {
      rest = String(rest[..<point])
    }
    return (DocumentID(series, year: year.value, number: number.value), rest)
  }

  /// The identifier that front matter gives: `会议: M-2025-008`.
  private static func identifier(inFrontMatter beginning: Slice) -> DocumentID? {
    guard beginning.starts(with: "---".utf8) || beginning.starts(with: byteOrderMark) else {
      return nil
    }
    for (kind, key) in [(Document.Kind.meeting, Keyword.meeting), (.matter, .matter)] {
      let document = Document(path: "", kind: kind, bytes: Array(beginning))
      if let front = document.frontMatter, let value = document.field(key, of: front),
        let id = try? DocumentID(reading: value)
      {
        return id
      }
    }
    return nil
  }
}
