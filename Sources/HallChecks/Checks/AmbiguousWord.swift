import HallModel
import HallSyntax

/// A word about a majority that can be read in two ways.
///
/// It is looked for where it would decide: the name of the rule in a vote, the legs and the base of
/// the hall's own rules, and (半数以上 only) the fields of votes and the text of decisions. What people
/// said at the meeting is never checked.
package enum AmbiguousWord: Check {
  package static let id = "ambiguous-word"
  package static let about = Phrase(
    zh: "容易误解的说法：把三分之二写成 66.7%，「半数以上」，「绝对多数」，不说是谁的「重大事项」，以「有效」为基数。",
    en: "Words that mislead: 66.7% for two thirds, 半数以上 (does it include the half?), 绝对多数,"
      + " a bare 重大事项 as a rule, 有效 as a base.")

  package static func check(document: Document, _ context: CheckContext, _ report: inout Report) {
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .rule: check(rule: index, in: document, &report)
      case .vote, .decision: findHalf(in: index, of: document, &report)
      default: continue
      }
    }
  }

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    guard let name = tally.vote.ruleName, let rule = tally.rule, rule.builtIn != nil else { return }
    let document = tally.vote.document
    switch FullWidth.name(name) {
    case "绝对多数":
      report.warning(
        document, name.indices, zh: "「绝对多数」有人理解为全体过半，有人理解为三分之二",
        en: "'绝对多数' is read as more than half of all, or as two thirds",
        hint: Phrase(zh: "写「全体过半数」，程序就是这样算的", en: "write '全体过半数', which is how it is counted"))
    case "重大事项":
      report.warning(
        document, name.indices, zh: "只写「重大事项」，看不出是谁的重大事项",
        en: "'重大事项' alone does not say whose special matters they are",
        hint: Phrase(
          zh: "写「业主重大事项」（人数和面积都达四分之三），或另选规则",
          en: "write '业主重大事项' (3/4 of heads and of area), or another rule"))
    default: return
    }
  }

  private static func check(rule: Int, in document: Document, _ report: inout Report) {
    for key in [Keyword.participation, .quorum, .pass] {
      guard let value = document.field(key, of: rule) else { continue }
      reportHalves(value, in: document, &report)
      for (range, exact) in roundedThirds(in: value) {
        let written = document.slice(range).string
        report.warning(
          document, range, zh: "「\(written)」并不等于 \(exact)，差一票时结果会不同",
          en: "'\(written)' is not \(exact), and one vote may tell the difference",
          hint: Phrase(zh: "写「\(exact)」", en: "write '\(exact)'"))
      }
    }
    if let base = document.field(.base, of: rule), FullWidth.name(base) == "有效" {
      report.warning(
        document, base.indices, zh: "「有效」看不出算不算弃权票",
        en: "'有效' does not say whether abstentions count",
        hint: Phrase(
          zh: "写「同意加反对」（不算弃权）或「参与」（算弃权）",
          en: "write '同意加反对' (without abstentions) or '参与' (with them)"))
    }
  }

  /// In the fields of a vote or a decision, and in the text of a decision.
  private static func findHalf(in block: Int, of document: Document, _ report: inout Report) {
    for index in document.children(of: block) {
      let node = document.nodes[index]
      switch node.kind {
      case .field: reportHalves(document.slice(node.value), in: document, &report)
      case .prose, .bullet, .stray:
        guard document.nodes[block].kind == .decision else { continue }
        reportHalves(document.slice(node.range), in: document, &report)
      default: continue
      }
    }
  }

  private static func reportHalves(
    _ text: Slice, in document: Document, _ report: inout Report
  ) {
    for range in text.places(of: "半数以上") + text.places(of: "一半以上") {
      report.warning(
        document, range, zh: "「\(document.slice(range).string)」看不出正好一半算不算",
        en: "'\(document.slice(range).string)' leaves open whether exactly half is enough",
        hint: Phrase(
          zh: "写「过半数」（一半不算）或「≥ 1/2」（一半也算）",
          en: "write '> 1/2' (half is not enough) or '≥ 1/2' (it is)"))
    }
  }

  /// Percentages with decimals that approximate one or two thirds: 33.3%, 66.67%, 66.7%.
  private static func roundedThirds(in text: Slice) -> [(Range<Int>, String)] {
    var found: [(Range<Int>, String)] = []
    var index = text.startIndex
    while index < text.endIndex {
      var cursor = Cursor(text[index...])
      guard let whole = cursor.takeNumber() else {
        index += 1
        continue
      }
      if cursor.take("."), let decimals = cursor.takeNumber(), cursor.take("%") {
        let first = String(decimals.value).first
        let isLong = decimals.digits == String(decimals.value).count
        if isLong, whole.value == 66, first == "6" || first == "7" {
          found.append((index..<cursor.index, "2/3"))
        } else if isLong, whole.value == 33, first == "3" {
          found.append((index..<cursor.index, "1/3"))
        }
      }
      index = max(cursor.index, index + 1)
    }
    return found
  }
}
