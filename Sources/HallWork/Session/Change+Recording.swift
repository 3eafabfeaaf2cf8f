import HallChecks
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// What is edited, checked and recorded; or why it is not.
extension Change {
  /// Records the edits; in a dry run, only shows what would be recorded.
  ///
  /// Nothing is written if the edits would add an error that does not exist now.
  /// - Parameters:
  ///   - did: what was done, in one line.
  ///   - details: more about it, each on its own line.
  ///   - next: the usual next commands.
  ///   - told: the checks whose warnings have been shown already.
  ///   - isLenient: whether the person knows of the errors and wants to record anyway.
  package func finish(
    did: Phrase, details: [String] = [], next: [String] = [], told: Set<String> = [],
    isLenient: Bool = false
  ) throws(Refusal) -> Step {
    // Approved text must not change, however correct the change would be.
    try refuseSealed()
    try refuseUnseen()
    let news = isLenient ? [] : try refuseErrors()
    let edits = drafts.filter(\.hasHistory).map(\.edit)
    let others = drafts.filter { !$0.hasHistory && $0.old != $0.document.bytes }.map(\.edit)
    let recorded = try session.record(edits, with: others, in: loaded)
    var step = step(did)
    step.recorded = recorded
    step.isPlan = session.isDryRun
    if session.isDryRun {
      step.warnings = news.compactMap(overturned)
      return step
    }
    guard !recorded.isEmpty || !others.isEmpty else {
      step.did = Phrase(zh: "没有什么要改的", en: "There is nothing to change.")
      return step
    }
    step.details = details
    step.tally = tally
    step.amendment = amendment
    step.warnings = news.filter { !told.contains($0.id) }.map { problem in
      overturned(problem)
        ?? Phrase(zh: "注意：" + problem.message.zh, en: "note: " + problem.message.en)
    }
    // After approval most of the usual next commands would be refused.
    step.next =
      session.amending == nil
      ? next
      : next.filter { call in ["hall show", "hall undo"].contains { call.hasPrefix($0) } }
    return step
  }

  /// What would be recorded, with more about it.
  func planned(_ recorded: [HallWriter.Recorded], _ details: [Phrase]) -> Step {
    var step = step(Phrase(both: ""))
    (step.isPlan, step.recorded) = (true, recorded)
    step.details = details.map { VisibleText.line($0[language]) }
    return step
  }

  /// What was recorded, as lines of which the first says the most.
  func done(_ recorded: [HallWriter.Recorded], _ lines: [Phrase]) -> Step {
    var step = step(lines.first ?? Phrase(both: ""))
    step.recorded = recorded
    step.details = lines.dropFirst().map { VisibleText.line($0[language]) }
    return step
  }

  /// Changes nothing: some information is missing, as its notes say.
  package var unfinished: Step {
    var step = step(Phrase(both: ""))
    step.isUnfinished = true
    return step
  }

  /// Changes nothing.
  package func unchanged(_ why: Phrase) -> Step { step(why) }

  /// Refuses to write a document that was another when somebody was asked.
  private func refuseUnseen() throws(Refusal) {
    for draft in drafts {
      guard let old = draft.old, session.asked.differ(from: old, at: draft.path) else { continue }
      throw .writing(.changedMeanwhile(draft.path))
    }
  }

  private func step(_ did: Phrase) -> Step {
    Step(did, language, in: loaded, shown: shown, notes: notes)
  }

  /// Changes nothing: the person was asked, and said no.
  package func declined(_ question: Question) -> Step { step(question.declined) }

  /// Approved minutes change only through `amend`.
  private func refuseSealed() throws(Refusal) {
    for draft in drafts where draft.path != session.amending && draft.figures == nil {
      guard let old = draft.old else { continue }
      let kind = Seal.kind(
        of: draft.document.kind, path: draft.path, from: old, to: draft.document.bytes)
      if kind == .amendment {
        throw .sealed(DocumentID(of: draft.document)?.text ?? draft.path, path: draft.path)
      }
    }
  }

  /// The changes of an amendment, before and after.
  private var amendment: DocumentDiff? {
    guard let path = session.amending, let draft = drafts.first(where: { $0.path == path }),
      let old = draft.old
    else { return nil }
    let before = Document(path: path, kind: draft.document.kind, bytes: old)
    return DocumentDiff(from: before, to: draft.document, in: charter)
  }

  /// The figures of a vote are what happened: they are recorded though a decision that was written down
  /// before all had voted cannot stand any more. Says which, and how to take it out; nil of any other
  /// problem, and of approved minutes, where the decision was announced.
  private func overturned(_ problem: Problem) -> Phrase? {
    guard hasFigures, session.amending == nil, problem.id == DecisionBasis.id,
      let meeting = outcome.meetings.first(where: { $0.document.path == problem.path }),
      let decision = meeting.decisions.first(where: {
        meeting.document.nodes[$0.node].range.contains(problem.range.lowerBound)
      }), let number = decision.number
    else { return nil }
    let (id, name) = (meeting.id?.text ?? "", "D\(number)")
    let way =
      session.isLive
      ? Phrase(zh: "去掉它就写「删 \(name)」", en: "'strike \(name)' takes it out")
      : Phrase(zh: "去掉它：hall 删 \(id)-\(name)", en: "to take it out: hall strike \(id)-\(name)")
    return Phrase(
      zh: "注意：表决没有通过，决议 \(name) 不能成立；\(way.zh)",
      en: "note: the vote was not carried, and decision \(name) cannot stand; \(way.en)")
  }

  /// Throws the errors that the change would add.
  ///
  /// - Returns: the new warnings, and the decisions that a vote overturns.
  private func refuseErrors() throws(Refusal) -> [Problem] {
    let news = newProblems()
    let errors = news.filter { $0.severity == .error && overturned($0) == nil }
    guard errors.isEmpty else {
      throw .wouldBeWrong(
        WrongSentences(
          errors, in: outcome, namesVotes: !isOfOneVote
        ).phrase)
    }
    return news
  }

  /// The problems that the change would add.
  package func newProblems() -> [Problem] {
    let paths = Set(drafts.map(\.path))
    let known = KnownProblems(Checker.problems(in: hall, today: today, of: paths))
    return known.new(in: Checker.problems(in: outcome, today: today, of: paths))
  }
}
