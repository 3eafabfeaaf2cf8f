import HallModel
import HallStore
import HallSyntax

/// Shows problems: the fact, the place, the line as written, a caret, and one remedy.
package struct ProblemRenderer {
  private let language: Language
  private let style: Style
  private let isTerminal: Bool
  private let width: Int
  private let documents: [String: Document]
  /// The hall's folder, if several halls are checked: paths begin with it.
  private let folder: String?
  private let indices = IndexCache()

  /// The line indices of the files that problems were shown in, made once for each file.
  private final class IndexCache {
    var byPath: [String: LineIndex] = [:]
    /// The last place looked up, by file: problems come in the order of the file.
    var last: [String: (offset: Int, place: SourcePosition)] = [:]
  }

  /// - Parameters:
  ///   - columns: the width of the terminal; nil if the answer goes elsewhere.
  ///   - folder: the hall's folder, if several halls are checked.
  package init(
    documents: [Document], language: Language, style: Style, columns: Int?,
    within folder: String? = nil
  ) {
    self.language = language
    self.folder = folder
    self.style = style
    isTerminal = columns != nil
    width = max(40, columns ?? 100)
    self.documents = Dictionary(documents.map { ($0.path, $0) }) { first, _ in first }
  }

  private func index(of path: String) -> LineIndex? {
    if let made = indices.byPath[path] { return made }
    guard let document = documents[path] else { return nil }
    let made = LineIndex(document.bytes)
    indices.byPath[path] = made
    return made
  }

  package func position(_ problem: Problem) -> SourcePosition? {
    let offset = problem.range.lowerBound
    guard
      let place = index(of: problem.path)?
        .position(of: offset, from: indices.last[problem.path])
    else { return nil }
    indices.last[problem.path] = (offset, place)
    return place
  }

  /// The problem in words, with its excerpt.
  ///
  /// Outside a terminal the place comes first, as compilers write it; on a terminal, the sentence
  /// does.
  package func text(_ problem: Problem) -> String {
    if style.isPlain { return plainText(problem) }
    let place = position(problem).map { "\($0.line):\($0.column)" }
    let path = VisibleText.line((folder.map { $0 + "/" } ?? "") + problem.path)
    let message = VisibleText.line(problem.message[language])
    var text = ""
    if isTerminal {
      let line = position(problem).map {
        language.say("第\($0.line)行", "line \($0.line): ")
      }
      // A sentence that already begins with the key does not repeat it.
      let quoted = fieldKey(problem).map { language.say("「\($0)」", "\($0) ") } ?? ""
      let key = message.hasPrefix(quoted) ? "" : quoted
      let isJoined = quoted.isEmpty ? message.hasPrefix("「") : key.isEmpty
      let between = language == .zh && line != nil && !isJoined ? "：" : ""
      let room = width - 2 - language.pick(4, problem.severity.rawValue.count)
      let lines = DisplayWidth.wrapped((line ?? "") + key + between + message, to: room)
      text += label(problem.severity) + " " + lines.map(style.bold).joined(separator: "\n  ")
      text += "\n  " + style.dim("\(path)\(place.map { ":" + $0 } ?? "") [\(problem.id)]") + "\n"
    } else {
      text += path + (place.map { ":" + $0 } ?? "")
      text += ": \(problem.severity.rawValue): \(message) [\(problem.id)]\n"
    }
    text += excerpt(problem)
    if let hint = problem.hint {
      let word = Phrase.beforeHint[language]
      let hint = VisibleText.line(hint[language])
      let lines =
        isTerminal ? DisplayWidth.wrapped(hint, to: width - 1 - DisplayWidth.of(word)) : [hint]
      let margin = "\n" + String(repeating: " ", count: DisplayWidth.of(word))
      text += style.dim(word) + lines.joined(separator: margin) + "\n"
    }
    return text
  }

  /// The problem in whole sentences, for listening: nothing is drawn under its line.
  private func plainText(_ problem: Problem) -> String {
    let say = language.say
    let path = VisibleText.line((folder.map { $0 + "/" } ?? "") + problem.path)
    let line = position(problem)?.line
    let place = path + (line.map { say(" 第\($0)行", " line \($0)") } ?? "")
    var text = label(problem.severity) + say("，", ", ") + place + say("：", ": ")
    text += VisibleText.line(problem.message[language]) + " [\(problem.id)]\n"
    if let written = writtenLine(problem) {
      text += say("这一行写的是：", "the line: ") + written + "\n"
    }
    if let hint = problem.hint {
      text += Phrase.beforeHint[language] + VisibleText.line(hint[language]) + "\n"
    }
    return text
  }

  /// The line that a problem is in, as written.
  private func writtenLine(_ problem: Problem) -> String? {
    guard let document = documents[problem.path], let lines = index(of: problem.path) else {
      return nil
    }
    let range = lines.lineRange(of: problem.range.lowerBound)
    let line = Slice(document.bytes[range].prefix(400)).trimmed.string
    return line.isEmpty ? nil : VisibleText.line(line)
  }

  /// The problem in one line: where it is, and what it is.
  package func line(_ problem: Problem) -> String {
    let place = position(problem).map { ":\($0.line):\($0.column)" } ?? ""
    return VisibleText.line(problem.path) + place + " "
      + VisibleText.line(problem.message[language])
  }

  private func label(_ severity: Problem.Severity) -> String {
    switch severity {
    case .error: style.red(language.say("错误", "error"))
    case .warning: style.magenta(language.say("提醒", "warning"))
    }
  }

  /// The key of the field that a problem is about, as written.
  private func fieldKey(_ problem: Problem) -> String? {
    guard let document = documents[problem.path], document.fault == nil else { return nil }
    let node = document.nodes[document.node(at: problem.range.lowerBound)]
    guard node.kind == .field, node.key.lowerBound != problem.range.lowerBound else {
      return nil
    }
    return VisibleText.line(document.slice(node.key).string)
  }

  /// The line as written, cut to the width around the caret, and the caret.
  private func excerpt(_ problem: Problem) -> String {
    guard let document = documents[problem.path], let position = position(problem),
      let lines = index(of: problem.path)
    else { return "" }
    let range = lines.lineRange(of: problem.range.lowerBound)
    // A problem of the whole file begins before its byte order mark, which no line shows.
    let start = min(max(problem.range.lowerBound, range.lowerBound), range.upperBound)
    let end = max(start, min(problem.range.upperBound, range.upperBound))
    func shown(_ range: Range<Int>) -> String {
      VisibleText.line(String(decoding: document.bytes[range], as: UTF8.self))
    }
    let number = String(position.line)
    let room = width - number.count - 3
    // In a long line, only the text near the caret is shown.
    let near = max(range.lowerBound, start - room)
    let whole = shown(near..<start)
    var before = DisplayWidth.ending(whole, within: room / 2)
    let isCut = near > range.lowerBound || before != whole
    if isCut { before = "…" + before }
    let marked = shown(start..<min(end, start + room * 4))
    let after = shown(end..<max(end, min(range.upperBound, end + room * 4)))
    let line = DisplayWidth.clipped(before + marked + after, to: room)
    let offset = DisplayWidth.of(before)
    let caret = max(1, min(DisplayWidth.of(marked), room - offset))
    let gutter = String(repeating: " ", count: number.count)
    return style.dim("\(number) | ") + line + "\n" + style.dim("\(gutter) | ")
      + String(repeating: " ", count: offset)
      + style.red(String(repeating: "^", count: caret)) + "\n"
  }

  package func json(_ problem: Problem, hall: LoadedHall) -> JSONValue {
    let place = position(problem)
    let json: JSONValue = [
      "id": .string(problem.id), "severity": .string(problem.severity.rawValue),
      "file": .string(problem.path), "line": JSONValue(place?.line),
      "column": JSONValue(place?.column), "message": .string(problem.message[language]),
      "hint": JSONValue(problem.hint?[language]),
    ]
    return json.merging(hall.identity)
  }
}
