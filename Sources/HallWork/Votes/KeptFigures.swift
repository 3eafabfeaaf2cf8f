import HallModel
import HallSyntax
import HallWords

/// The figures of a meeting's votes that the program wrote, kept up to date while the meeting is
/// edited.
///
/// A figure that is exactly the computed one follows the names, the roster and the attendance; one
/// that a person wrote differently stays, and `check` reports the difference.
struct KeptFigures {
  /// By the place of the vote in the document.
  private let kept: [Set<FigureKey>]

  init(of meeting: Meeting, in hall: Hall) {
    kept = meeting.votes.map { vote in
      Set(hall.figures(of: vote, in: meeting).standing.map { FigureKey($0, in: vote.document) })
    }
  }

  /// Writes the kept figures anew, and, for one vote, the missing ones.
  ///
  /// - Parameters:
  ///   - node: the vote whose missing figures are written; nil for none.
  ///   - given: the figures of that vote in the call: they stay as typed.
  ///   - result: whether 结果 is written, too.
  /// - Returns: the votes whose result changed, with both results.
  @discardableResult
  func write(
    to meeting: Meeting, completing node: Int? = nil, given: Set<FigureKey> = [],
    withResult: Bool = true, in change: inout Change
  ) throws(Refusal) -> [(title: String, was: String, now: String)] {
    // The result follows from the other figures, so it is computed after they are written.
    try write(to: meeting, completing: node, given, results: false, in: &change)
    return withResult
      ? try write(to: meeting, completing: node, given, results: true, in: &change) : []
  }

  @discardableResult
  private func write(
    to meeting: Meeting, completing node: Int?, _ given: Set<FigureKey>, results: Bool,
    in change: inout Change
  ) throws(Refusal) -> [(title: String, was: String, now: String)] {
    var turned: [(title: String, was: String, now: String)] = []
    let hall = change.outcome
    let current = change.current(meeting)
    var lines: [WrittenFigure] = []
    for (place, vote) in current.votes.enumerated() {
      // In live minutes whoever has left by now is not there for this vote.
      let isNow = vote.node == node && change.session.isLive
      let figures = hall.figures(of: vote, in: current, withoutLeft: isNow)
      let keys = place < kept.count ? kept[place] : []
      let lacking = vote.node == node ? figures.missing : []
      let missing = Set(lacking.map { FigureKey($0, in: vote.document) })
      for figure in figures.all where results == (figure.keyword == .voteResult) {
        let key = FigureKey(figure, in: vote.document)
        if vote.node == node, given.contains(key) { continue }
        guard keys.contains(key) || missing.contains(key) else { continue }
        let was = vote.value(figure.keyword)?.string
        if figure.keyword == .voteResult, let was, was != figure.text {
          turned.append((vote.title, was, figure.text))
        }
        lines.append(figure)
      }
    }
    guard !lines.isEmpty else { return [] }
    try change.edit(current.document, why: Phrase(zh: "", en: "")) { editor throws(EditFault) in
      for line in lines { try editor.write(line, of: current.document) }
    }
    return turned
  }
}

/// Identifies a figure of a vote: its key; for an option, also its name.
struct FigureKey: Hashable {
  let keyword: Keyword
  let option: String

  init(_ keyword: Keyword, option: String = "") {
    (self.keyword, self.option) = (keyword, option)
  }

  init(_ figure: WrittenFigure, in document: Document) {
    keyword = figure.keyword
    let label = figure.field.map { Vote.optionLabel(document.slice(document.nodes[$0].key)) }
    option = figure.keyword == .option ? label ?? "" : ""
  }
}

extension DocumentEditor {
  /// Writes a figure that was computed from a text with the same votes as this one.
  package mutating func write(_ figure: WrittenFigure, of text: Document) throws(EditFault) {
    func votes(_ document: Document) -> [Int] {
      document.nodes.indices.filter { document.nodes[$0].kind == .vote }
    }
    guard let place = votes(text).firstIndex(of: figure.vote), place < votes(document).count else {
      return
    }
    let vote = votes(document)[place]
    let wanted = FigureKey(figure, in: text)
    let field = document.fieldNodes(figure.keyword, of: vote).first { node in
      figure.keyword != .option
        || Vote.optionLabel(document.slice(document.nodes[node].key)) == wanted.option
    }
    guard let field else { return try set(figure.keyword, figure.text, of: vote) }
    guard document.slice(document.nodes[field].value).string != figure.text else { return }
    try replaceValue(of: field, with: figure.text)
  }
}
