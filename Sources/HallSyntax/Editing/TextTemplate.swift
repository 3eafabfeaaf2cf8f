/// A text with places to fill: `{{name}}`, or `{{name|words}}`, where the words are the default.
///
/// A line with a place that stays empty is left out, and a heading with everything below it. A
/// value stays on its line. The result is compared with the same text filled with a plain letter,
/// so that no value is read as a fact it was not given as.
package struct TextTemplate: Sendable {
  private enum Part: Sendable {
    case text(Slice)
    case place(name: String, instead: Slice?)
  }

  private struct Line: Sendable {
    let parts: [Part]
    /// The level of a heading, else 0.
    let level: Int
    /// `\n`, `\r\n`, or empty at the end of the file.
    let end: Slice
  }

  private let lines: [Line]

  package init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { TextTemplate.line($0, of: bytes) }
  }

  /// A name with its default, if the template has one.
  package struct Place: Sendable, Equatable {
    package let name: String
    package let hasDefault: Bool
  }

  /// The places of the template in the order of the text, each name once.
  package var places: [Place] {
    var places: [Place] = []
    for case .place(let name, let instead) in lines.flatMap(\.parts)
    where !places.contains(where: { $0.name == name }) {
      places.append(Place(name: name, hasDefault: instead != nil))
    }
    return places
  }

  /// The document that the template becomes.
  ///
  /// - Parameter value: the text for a name; nil or blank where nobody filled it.
  package func filled(
    as path: String, _ kind: Document.Kind, _ value: (String) -> String?
  ) throws(EditFault) -> Document {
    func document(_ value: (String) -> String?) -> Document {
      Document(path: path, kind: kind, bytes: bytes(value))
    }
    func given(_ name: String) -> String? {
      let words = value(name).map { Slice(Document.oneLine($0)[...]).trimmed.string }
      return words?.isEmpty == false ? words : nil
    }
    let filled = document(given)
    let plain = document { given($0) == nil ? nil : "x" }
    let (meant, found) = (DocumentEditor.shapes(plain), DocumentEditor.shapes(filled))
    guard DocumentEditor.agree(meant, found) else {
      let place = zip(meant, found).first { !DocumentEditor.agree([$0], [$1]) }?.1 ?? found.last
      throw .notRead(line: place.map { Int(filled.nodes[$0.node].line) } ?? 1)
    }
    return filled
  }

  private func bytes(_ value: (String) -> String?) -> [UInt8] {
    var result: [UInt8] = []
    var dropped = Int.max
    // Whether only blank lines have followed what was left out: one of them is enough.
    var isAfterGap = false
    for line in lines {
      if line.level > 0, line.level <= dropped { dropped = .max }
      guard dropped == .max else { continue }
      guard let text = text(of: line, value) else {
        isAfterGap = true
        if line.level > 0 { dropped = line.level }
        continue
      }
      let isBlank = text[...].trimmed.isEmpty
      if isBlank, isAfterGap, TextTemplate.endsBlank(result) { continue }
      isAfterGap = isAfterGap && isBlank
      result += text + line.end
    }
    while isAfterGap, result.count > 1, TextTemplate.endsBlank(result) {
      result.removeLast(result.suffix(2).elementsEqual("\r\n".utf8) ? 2 : 1)
    }
    return result
  }

  /// Whether the last line of a text is blank.
  private static func endsBlank(_ text: [UInt8]) -> Bool {
    guard text.last == UInt8(ascii: "\n") else { return text.isEmpty }
    let before = text.dropLast().last { !isBlank($0) }
    return before == nil || before == UInt8(ascii: "\n")
  }

  /// A line with its places filled; nil if one of them stays empty.
  private func text(of line: Line, _ value: (String) -> String?) -> [UInt8]? {
    var text: [UInt8] = []
    var isFilled = false
    for part in line.parts {
      switch part {
      case .text(let words): text += words
      case .place(let name, let instead):
        isFilled = true
        if let words = value(name) {
          let isFirst = text[...].trimmed.isEmpty
          text += Array((isFirst ? LineBlock.escaped(words) : words).utf8)
        } else if let instead {
          text += instead
        } else {
          return nil
        }
      }
    }
    guard isFilled else { return text }
    return Array(text[..<((text.lastIndex { !isBlank($0) } ?? -1) + 1)])
  }

  // MARK: Reading

  private static func line(_ line: Slice, of bytes: [UInt8]) -> Line {
    let hasReturn = line.last == UInt8(ascii: "\r")
    let words = hasReturn ? line.dropLast() : line
    let next = line.endIndex < bytes.count ? line.endIndex + 1 : line.endIndex
    let signs = words.prefix { $0 == UInt8(ascii: "#") }.count
    let isHeading = signs > 0 && (words.dropFirst(signs).first.map(isBlank) ?? true)
    return Line(
      parts: parts(words), level: isHeading ? signs : 0, end: bytes[words.endIndex..<next])
  }

  private static func parts(_ line: Slice) -> [Part] {
    var parts: [Part] = []
    var rest = line
    while let open = rest.firstRange(of: "{{".utf8),
      let close = rest[open.upperBound...].firstRange(of: "}}".utf8)
    {
      let inside = rest[open.upperBound..<close.lowerBound]
      let bar = inside.firstIndex(of: UInt8(ascii: "|"))
      let name = FullWidth.name(inside[..<(bar ?? inside.endIndex)]).lowercased()
      let end = name.isEmpty ? close.upperBound : open.lowerBound
      if end > rest.startIndex { parts.append(.text(rest[rest.startIndex..<end])) }
      if !name.isEmpty {
        parts.append(.place(name: name, instead: bar.map { inside[($0 + 1)...].trimmed }))
      }
      rest = rest[close.upperBound...]
    }
    parts.append(.text(rest))
    return parts
  }
}
