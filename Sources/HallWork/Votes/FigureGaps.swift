import HallModel
import HallSyntax
import HallWords

/// What the votes of a meeting lack before its minutes can be approved: figures and results, which
/// are then final.
package struct FigureGaps {
  private let place: MeetingPlace
  /// The votes that lack figures that can be computed, with these figures.
  private var lacking: [(vote: Vote, figures: [WrittenFigure])] = []

  /// Refuses a vote whose result cannot be determined.
  init(of place: MeetingPlace, in change: Change) throws(Refusal) {
    self.place = place
    let meeting = place.meeting
    for vote in meeting.votes {
      let rests = meeting.decisions(under: vote).contains {
        $0.basis != .byConsensus && $0.kind != .consultation
      }
      guard vote.hasCounts || rests else { continue }
      let tally = change.hall.tally(vote, in: meeting)
      if let reason = tally.computed.reason.map(tally.words(for:)) {
        throw .refused(
          Phrase(
            zh: "表决「\(vote.title)」的结果未定（\(reason.zh)），不能确认",
            en: "the vote '\(vote.title)' is undetermined: \(reason.en); not approved"),
          hint: Phrase(
            zh: "补全以后再确认，差什么看「hall 计票 \(place.id)」",
            en: "complete it first; 'hall tally \(place.id)' says what is missing"))
      }
      let missing = change.hall.figures(of: vote, in: meeting).missing
      if !missing.isEmpty { lacking.append((vote, missing)) }
    }
  }

  /// Writes what is missing, after a yes and if nobody has signed; else refuses.
  ///
  /// - Returns: the question, if the reply is no.
  func complete(_ change: inout Change) throws(Refusal) -> Question? {
    guard !lacking.isEmpty else { return nil }
    guard change.session.asks, place.meeting.signOffs.isEmpty else {
      let titles = lacking.map(\.vote.title).joined(separator: change.separator)
      throw .refused(
        Phrase(
          zh: "表决「\(titles)」的应到、实到、合计或结果还没有写进记录，不能确认",
          en: "the minutes lack figures or results of '\(titles)' and were not approved"),
        hint: Phrase(
          zh: "写进去：hall 计票 \(place.id) --写入", en: "write them: hall tally \(place.id) --write"
        ))
    }
    let written = change.written
    let shown = lacking.flatMap { vote, figures in
      [vote.title] + figures.map { "  " + FigureGaps.line($0, in: vote.document, written) }
    }
    let question = Question.consent(
      Phrase(
        zh: "这些数字要写进记录，确认以后就不再变。写进去并确认吗？",
        en: "These figures go into the minutes and are then final. Write them and approve?"),
      showing: shown.map(Phrase.init(both:)),
      orElse: Phrase(zh: "没有确认，什么也没有改", en: "Not approved; nothing was changed."))
    guard try change.session.agrees(to: question) else { return question }
    try FigureGaps.write(lacking.flatMap(\.figures), to: place.meeting, in: &change)
    return nil
  }

  /// Whether a figure may be added to approved minutes: not if its line exists already, even empty.
  package static func canBeAdded(_ figure: WrittenFigure, to document: Document) -> Bool {
    figure.field != nil || document.fieldNode(figure.keyword, of: figure.vote) == nil
  }

  /// A figure in the form of its line.
  package static func line(
    _ figure: WrittenFigure, in document: Document, _ language: Language
  ) -> String {
    let key = figure.field.map { document.slice(document.nodes[$0].key).string }
    return "- \(key ?? figure.keyword.word(language)): \(figure.text)"
  }

  /// Writes figures into the document they were computed from.
  package static func write(
    _ figures: [WrittenFigure], to meeting: Meeting, in change: inout Change
  ) throws(Refusal) {
    let why = Phrase(zh: "写入表决的应到、实到、合计和结果", en: "figures and results of votes")
    try change.edit(meeting.document, why: why) { editor throws(EditFault) in
      for figure in figures { try editor.write(figure, of: meeting.document) }
    }
  }
}
