import HallModel
import HallSyntax

/// Figures of a vote outside any vote.
extension NearReader {
  /// Whether a line in an item of the agenda, outside its votes, consists only of figures of a
  /// vote: `- 同意: 12票` below a task, `同意：12票，反对：3票` after the discussion.
  func isFigureOutsideVote(_ text: Slice, _ index: Int) -> Bool {
    guard document.kind == .meeting, let forms = KeyForms.of(.vote),
      LineStart.word(text).map(forms.mayBegin) ?? true,
      !document.keyScope(of: index).contains(.vote), document.ancestor(of: index, .item) != nil
    else { return false }
    let text = PlainLine(text).text
    guard forms.beginsWithKey(text) else { return false }
    let vote = FactPlace(
      scope: .vote, takesTasks: false, takesSteps: false, followsFields: false, names: names)
    let inner = InnerKeys.pieces(of: text, vote).map(\.text)
    let first = inner.first.map { InnerKeys.withoutSeparator(text[..<$0.startIndex]) } ?? text
    return ([first] + inner).allSatisfy { isFigure($0, forms) }
  }

  private func isFigure(_ text: Slice, _ forms: KeyForms) -> Bool {
    forms.candidates(for: text).contains { form in
      var cursor = Cursor(text)
      guard form.value.isCount, form.keyword != .option, cursor.take(form) else { return false }
      cursor.skipDecoration()
      guard cursor.takeSeparator() == .colon else { return false }
      return (try? Count(reading: cursor.rest.trimmed)) != nil
    }
  }

  func addOutsideVote(_ text: Slice, _ report: inout Report) {
    report.warning(
      document, text.indices, zh: "「\(text.string)」是表决的数，这里没有表决，没有读取",
      en: "'\(text.string)' is a figure of a vote, but is not in a vote: it is not read",
      hint: Phrase(
        zh: "在它前面写上表决的标题：「#### 表决：题目」，或移到表决下面的列表里",
        en:
          "write a vote's heading above it, '#### Vote: title', or move it to the list of its vote")
    )
  }
}
