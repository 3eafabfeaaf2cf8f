import HallHistory
import HallModel
import HallSyntax
import HallWords

/// A review as Markdown, to paste into a merge request of any git host.
package struct ReviewMarkdown {
  private let review: Review
  private let range: ReviewRange
  private let words: ReviewWords

  package init(_ review: Review, _ range: ReviewRange, _ language: Language) {
    self.review = review
    self.range = range
    words = ReviewWords(language: language, quote: ReviewMarkdown.quote)
  }

  /// Text from a file: unchanged if it cannot be read as markup, else as code, in which no host
  /// sees markup, a link, a mention or an issue.
  static func quote(_ text: String) -> String {
    let text = VisibleText.line(text)
    guard !isPlain(text) else { return text }
    var (run, longest) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    // Markdown removes one blank at each end.
    let isBare = text.first != "`" && text.last != "`" && text.first != " " && text.last != " "
    return fence + (isBare ? text : " " + text + " ") + fence
  }

  /// Letters, digits and blanks; other characters only in a place without a special meaning: a
  /// point or a hyphen before a digit, a colon before a blank or in `14:30`, a slash between
  /// Chinese words.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0x20 }
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    return !bytes.isEmpty && byte(0) != 0x20 && byte(bytes.count - 1) != 0x20
      && bytes.indices.allSatisfy { index in
        let (before, here, after) = (byte(index - 1), bytes[index], byte(index + 1))
        if here >= 0x80 || isDigit(here) || isLetter(here) { return true }
        switch here {
        case UInt8(ascii: " "): return before != 0x20
        case UInt8(ascii: ","), UInt8(ascii: "%"): return true
        case UInt8(ascii: "."), UInt8(ascii: "-"):
          return isDigit(after) && (isDigit(before) || isLetter(before))
        case UInt8(ascii: "/"): return before >= 0x80 && after >= 0x80
        case UInt8(ascii: ":"):
          let next = bytes[(index + 1)...].first { !isDigit($0) }
          return after == 0x20 || isDigit(before) && isDigit(after) && next != here
        default: return false
        }
      }
  }

  package var text: String {
    let say = words.say
    let name = review.hall.charter.name
    var text =
      "## " + say("审阅", "Review") + (name.isEmpty ? "" : say("：", ": ") + words.quote(name))
    text +=
      "\n\n" + words.range(review) + say("，", "; ")
      + (review.isEmpty ? say("没有变化", "nothing changed") : words.counts(review)) + "\n"
    for note in words.notes(review, range) { text += "\n> " + note + "\n" }
    func section(_ title: String, _ lines: [String]) {
      guard !lines.isEmpty else { return }
      text += "\n### " + title + "\n\n" + lines.map { "- " + $0 + "\n" }.joined()
    }
    func whole(_ line: String, _ origin: String?) -> String {
      line + (origin.map { " — " + $0 } ?? "")
    }
    func group(_ group: ReviewGroup) {
      let (shown, rows) = words.shown(review.entries(in: group))
      section(
        group.title[words.language],
        shown.map { whole(words.line($0), words.origin($0)) }
          + (rows > 0 ? [words.moreRows(rows)] : []))
    }
    section(say("要当心", "Beware"), review.alerts.map { "**" + words.line($0) + "**" })
    group(.amendments)
    section(
      say(
        "按现在的规则或名册，过去的表决是另一个结果（已确认的不变）",
        "Past votes whose result is different now (approved results stay)"),
      review.turned.map { whole(words.line($0), words.origin($0.revision)) })
    for other in ReviewGroup.allCases where other != .amendments { group(other) }
    section(
      say("没有动静（截至 \(review.today.iso)）", "No progress (as of \(review.today.iso))"),
      words.lines(review.silent))
    return text
  }
}
