import HallSyntax

/// A figure of a vote as minutes write it: a separate line, or the sum at the end of a list.
package struct WrittenFigure: Hashable, Sendable {
  /// The node of the vote, in the minutes before the figure was written.
  package let vote: Int
  /// In the same text, the node of the field whose list gets the sum; nil for a separate line.
  package let field: Int?
  /// 应到, 实到 or 结果; for a sum, the key of its list.
  package let keyword: Keyword
  /// The whole value of the field with the figure: `66户 5210.30㎡`, `张三、李四、共 2户 166.80㎡`.
  package let text: String

  package init(vote: Int, field: Int? = nil, keyword: Keyword, text: String) {
    (self.vote, self.field, self.keyword, self.text) = (vote, field, keyword, text)
  }
}

/// Computes the figures that minutes lack: the lines `hall tally --write` would write into them.
///
/// Readers compare a revision of added figures with it, so it must give the same on every machine:
/// it may use the minutes, the charter and what the minutes refer to, and nothing private.
package struct FigureReckoning: Sendable {
  /// - Parameters:
  ///   - minutes: the text before the figures were written.
  ///   - charter: `hall.md` at the approval, without a private roster.
  ///   - hall: the hall the minutes are in, for the ballots that votes refer to.
  package typealias Work =
    @Sendable (_ minutes: Document, _ charter: Charter, _ hall: Hall) ->
    [WrittenFigure]

  package let figures: Work

  package init(_ figures: @escaping Work) { self.figures = figures }
}
