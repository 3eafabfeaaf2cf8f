import FoundationEssentials
import HallModel
import HallSyntax
import HallWords
import HallWork

/// Lines that somebody types or that are shown.
extension Reader {
  private static let dueWords = DateWords(today: today, sense: .due, charter: charter)
  private static let minutes = [0, 1].map { votes in
    MinuteTranslation(
      place: MinutePlace(meeting: "M-2025-001", item: 1, vote: votes == 0 ? nil : 1, votes: votes),
      parties: ["居民", "物业"], isName: { $0 == "张三" || $0 == "赵六" }, isRule: { $0 == "默认" },
      isDay: { (try? dueWords.day($0)) != nil })
  }

  /// The words of a line as a shell reads it; nil if it would run something else.
  private static func words(shown line: String) -> [String]? {
    var (word, isQuoted, isEscaped) = ("".unicodeScalars, false, false)
    for scalar in line.unicodeScalars {
      if isEscaped {
        isEscaped = false
        word.append(scalar)
      } else if scalar == "'" {
        isQuoted.toggle()
      } else if !isQuoted, scalar == "\\" {
        isEscaped = true
      } else if !isQuoted, " \t\n\"$`&|;<>(){}*?[]~!".unicodeScalars.contains(scalar) {
        return nil
      } else {
        word.append(scalar)
      }
    }
    return isQuoted ? nil : [String(word)]
  }

  static let lines: [Reader] = [
    Reader("line", .phrase(.minutes), 60) { input in
      let text = input.text
      for translation in minutes { _ = try? translation.deed(text, MinuteLine(text)) }
      return nil
    },
    Reader("row", .phrase(.row), 80) { input in
      let row = input.bytes[...]
      var end = 0
      for cell in TableCells.split(row) {
        guard cell.startIndex >= end, cell.endIndex <= row.count else { return "cells overlap" }
        end = cell.endIndex
      }
      let written = TableEdit.written(input.text)
      let cells = TableCells.split(Slice("| \(written) | x |"))
      guard cells.count == 2, cells[1].string == "x" else { return "one cell is \(cells.count)" }
      return written.utf8.contains(0x0A) ? "a cell of two lines" : nil
    },
    Reader("shown text", .phrase(.any), 45) { input in
      let text = input.text
      let shown = VisibleText.line(text)
      guard !shown.unicodeScalars.contains(where: VisibleText.isHostile) else { return "hostile" }
      guard VisibleText.line(shown) == shown else { return "shown otherwise again" }
      for width in [1, 7, 40] {
        _ = DisplayWidth.clipped(shown, to: width)
        _ = DisplayWidth.ending(shown, within: width)
        let lines = DisplayWidth.wrapped(shown, to: width)
        guard lines.joined().filter({ $0 != " " }) == shown.filter({ $0 != " " }) else {
          return "text is lost at width \(width)"
        }
      }
      var table = TextTable(["一", "two"], width: 30, wraps: true)
      table.add([String(text.prefix(9)), text])
      _ = table.text(Style(isColoured: true))
      _ = PlainText.line(text)
      guard words(shown: ShellWord.quoted(text)) == [text] else {
        return "no single word of a shell"
      }
      let clean = JSONValue.object([text: .string(text)]).line
      guard !clean.unicodeScalars.contains(where: VisibleText.isHostile) else { return "raw JSON" }
      let read = try? JSONDecoder().decode([String: String].self, from: Data(clean.utf8))
      guard read?.count == 1, let value = read?[text], value.utf8.elementsEqual(text.utf8) else {
        return "JSON that says something else: \(clean.prefix(200))"
      }
      return nil
    },
    Reader("search", .phrase(.any), 55) { input in
      guard let pattern = TextPattern(input.text) else { return nil }
      // A file that is no UTF-8 is not searched.
      let texts = [input.other, input.bytes, input.base]
      let lines = Array(texts.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined().utf8)
      var end = 0
      for match in pattern.matches(in: lines) {
        guard !match.isEmpty, match.lowerBound >= end, match.upperBound <= lines.count else {
          return "matches overlap"
        }
        guard !lines[match].contains(0x0A) else { return "a match of two lines" }
        end = match.upperBound
      }
      // What somebody copies from a file is found there.
      let trimmed = Array(Slice(input.text).trimmed)
      return pattern.matches(in: trimmed).isEmpty ? "a text does not match itself" : nil
    },
  ]
}
