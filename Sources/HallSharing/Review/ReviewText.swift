import HallHistory
import HallModel
import HallSyntax
import HallWords

/// A review for people at a terminal.
package struct ReviewText: Speaking {
  private let review: Review
  private let range: ReviewRange
  private let words: ReviewWords
  private let style: Style
  /// The columns to break lines at; nil for one line per entry.
  private let width: Int?
  private var lines: [String] = []

  package init(_ review: Review, _ range: ReviewRange, _ language: Language, _ layout: Layout) {
    self.review = review
    self.range = range
    words = ReviewWords(language: language, quote: VisibleText.line)
    style = layout.style
    width = layout.columns
    write()
  }

  package var text: String { lines.map { $0 + "\n" }.joined() }

  package var language: Language { words.language }

  private mutating func write() {
    let name = VisibleText.line(review.hall.charter.name)
    lines.append(style.bold(name + "  " + words.range(review)))
    for note in notes { add("", note, paint: { $0 }) }
    if review.isEmpty {
      lines.append(say("没有变化", "Nothing changed."))
    } else {
      lines.append(words.counts(review))
    }
    section(say("要当心", "Beware"), review.alerts.count) { text in
      for alert in text.review.alerts {
        text.add("! ", text.words.line(alert), paint: text.style.red)
      }
    }
    group(.amendments)
    section(
      say(
        "按现在的规则或名册，过去的表决是另一个结果（已确认的不变）",
        "Past votes whose result is different now (approved results stay)"), review.turned.count
    ) {
      text in
      for result in text.review.turned {
        text.add(
          "= ", text.words.line(result), text.words.origin(result.revision), paint: text.style.red)
      }
    }
    for other in ReviewGroup.allCases where other != .amendments { group(other) }
    let asOf = say("（截至 \(review.today.iso)）", " (as of \(review.today.iso))")
    section(say("没有动静", "No progress") + asOf, review.silent.count) { text in
      for line in text.words.lines(text.review.silent) {
        text.add("· ", line, paint: text.style.magenta)
      }
    }
  }

  private var notes: [String] { words.notes(review, range) }

  private mutating func group(_ group: ReviewGroup) {
    let entries = review.entries(in: group)
    section(group.title[words.language], entries.count) { text in
      let (shown, rows) = text.words.shown(entries)
      for entry in shown {
        let (sign, paint): (String, (String) -> String) =
          switch entry.kind {
          case .added: ("+ ", text.style.good)
          case .removed: ("- ", text.style.red)
          case .changed: ("~ ", text.style.magenta)
          }
        text.add(sign, text.words.line(entry), text.words.origin(entry), paint: paint)
      }
      if rows > 0 { text.add("  ", text.words.moreRows(rows), paint: { $0 }) }
    }
  }

  private mutating func section(_ title: String, _ count: Int, _ write: (inout ReviewText) -> Void)
  {
    guard count > 0 else { return }
    lines.append("")
    lines.append(style.bold(title + say("（\(count)）", " (\(count))")))
    write(&self)
  }

  /// The word for a sign, where nothing is drawn.
  private func spoken(_ sign: String) -> String {
    switch sign {
    case "+ ": say("新增 ", "added ")
    case "- ": say("去掉 ", "removed ")
    case "~ ": say("改动 ", "changed ")
    default: ""
    }
  }

  /// Adds one entry: on a terminal wrapped to its width, with who and why below; else on one line.
  private mutating func add(
    _ sign: String, _ text: String, _ origin: String? = nil, paint: (String) -> String
  ) {
    if style.isPlain {
      lines.append(spoken(sign) + text + (origin.map { say("，", ", ") + $0 } ?? ""))
      return
    }
    guard let width else {
      lines.append(paint(sign) + text + (origin.map { "  — " + $0 } ?? ""))
      return
    }
    if let origin, DisplayWidth.of(sign + text + origin) + 4 <= width {
      lines.append(paint(sign) + text + style.dim("  — " + origin))
      return
    }
    let room = width - DisplayWidth.of(sign)
    for (index, line) in DisplayWidth.wrapped(text, to: room).enumerated() {
      let indent = String(repeating: " ", count: DisplayWidth.of(sign))
      lines.append((index == 0 ? paint(sign) : indent) + line)
    }
    guard let origin else { return }
    for line in DisplayWidth.wrapped("— " + origin, to: width - 4) {
      lines.append("    " + style.dim(line))
    }
  }
}
