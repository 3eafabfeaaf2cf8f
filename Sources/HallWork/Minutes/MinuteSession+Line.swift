import HallModel
import HallStore
import HallSyntax
import HallWords

/// Carries out one line.
extension MinuteSession {
  /// Carries out a line. Errors are returned as messages, never thrown.
  ///
  /// - Parameter reply: the reply to the question that the line has left open.
  package mutating func take(_ line: String, _ reply: MinuteReply? = nil) -> Taken {
    let read = MinuteLine(line)
    var taken = takePlaced(line, read, reply)
    guard taken.question == nil else { return taken }
    // The message repeats words of the line.
    taken.refusal = taken.refusal.map(VisibleText.lines)
    guard read?.word != .undo else { return taken }
    // A person at a terminal means the line just refused; the author of a script has not seen the
    // refusal, and undoes line by line what it contains.
    if asks { journal.removeAll(where: \.steps.isEmpty) }
    if taken.refusal != nil { journal.append(Entry(line, [])) }
    return taken
  }

  /// Refuses a line of a script if an earlier line that chooses its place was refused.
  private mutating func takePlaced(
    _ line: String, _ read: MinuteLine?, _ reply: MinuteReply?
  ) -> Taken {
    let deed: MinuteDeed?
    do throws(MinuteFault) {
      deed = try translation.deed(line, read)
    } catch {
      if !asks { astray.note(read?.word, nil, isTaken: false) }
      return Taken(refusal: error.reason[language])
    }
    guard !asks else { return take(deed, line, reply) }
    if let why = astray.refusal(of: deed) {
      astray.note(read?.word, deed, isTaken: false)
      return Taken(refusal: why[language])
    }
    let taken = take(deed, line, reply)
    astray.note(read?.word, deed, isTaken: taken.refusal == nil)
    return taken
  }

  private mutating func take(_ deed: MinuteDeed?, _ line: String, _ reply: MinuteReply?) -> Taken {
    do throws(Refusal) {
      guard let deed else { return try takeAsText(line) }
      return try perform(deed, line, reply)
    } catch {
      return Taken(refusal: MinuteSession.short(error.text(language)))
    }
  }

  private mutating func perform(
    _ deed: MinuteDeed, _ line: String, _ reply: MinuteReply?
  ) throws(Refusal) -> Taken {
    switch deed {
    case .help: return Taken(shown: MinuteHelp.text(language))
    case .show: return Taken(shown: overview())
    case .done: return Taken(isDone: true)
    case .undo: return try takeBack()
    case .chooseVote(let number):
      vote = number
      return Taken(shown: tallyLine)
    case .chooseItem(let text):
      if let title = newTitle(text) { return try perform(.addItem(title), line, nil) }
      return chooseItem(text)
    case .addItem(let title):
      let step = try record(AddItem(title, to: meeting), of: [SpokenLine(line)])
      if let number = step.number { choose(number) }
      return Taken(shown: shown(step))
    case .addParty(let text): return try recordShown(AddParty(text, to: id), line)
    case .note(let text): return try takeNote(text, line)
    case .strike(let text):
      if let act = struck(text) { return try recordShown(act, line) }
      guard let act = currentItem.flatMap({ StrikeSpeech(text, of: $0) }) else {
        return Taken(refusal: nothingToStrike(text))
      }
      return try recordShown(act, line)
    case .correct(let text):
      // 改日再议 is speech.
      guard let act = corrected(text) else { return try takeAsText(line) }
      return try recordShown(act, line)
    case .attend(let given):
      return try recordShown(NoteAttendance(given, at: id), line, beginning: false)
    case .vote(let title, let given): return try takeVote(title, given, line)
    case .voteWithoutRule(let title):
      if let number = place(ofVote: title) { return try perform(.chooseVote(number), line, nil) }
      let question = MinuteQuestion.rule(title, among: rules)
      guard case .rule(let rule) = reply else { return open(question, reply) }
      return try takeVote(title, GivenVote(rule: rule), line)
    case .decide(let title, let given):
      var act = AddDecision(itemNames + [title], given)
      act.vote = vote.map(String.init)
      return try recordShown(act, line)
    case .outcome(let text): return try recordShown(NoteOutcome(itemNames + [text]), line)
    case .noteField(let keyword, let text, let home):
      let names = home == .item ? itemNames : [id]
      return try recordShown(NoteField(keyword, text, of: home, at: names), line)
    case .changeDecision(let name, let given):
      return try recordShown(ChangeDecision(name, given), line)
    case .object(let decision, let who, let text):
      return try recordShown(ObjectToDecision(decision, by: who, text), line)
    case .answer(let decision, let who, let verdict, let text):
      var act = AnswerObjection(decision, text)
      (act.to, act.verdict) = (who, verdict)
      return try recordShown(act, line)
    case .adjourn(let text, let failed):
      return try recordShown(AdjournMeeting(id, text, failed: failed), line)
    case .end(let time):
      var taken = try recordShown(EndMeeting(id, at: time), line)
      taken.isDone = true
      return taken
    case .addTask(let given): return try recordShown(AddTask(given), line)
    case .finishTask(let id, let result):
      var act = FinishTask(id)
      act.result = result
      return try recordShown(act, line)
    case .cancelTask(let id, let reason):
      return try recordShown(CancelTask(id, because: reason), line)
    case .extendTask(let id, let due, let reason):
      return try recordShown(ExtendTask(id, to: due, because: reason), line)
    case .assignTask(let id, let lead, let due):
      return try recordShown(AssignTask(id, to: lead, by: due), line)
    case .taskPerhapsOf(let name, let yes, let no):
      guard case .leads(let leads) = reply else { return open(.leads(name), reply) }
      return try recordShown(AddTask(leads ? yes : no), line)
    case .noted(let deed, let note):
      var taken = try perform(deed, line, reply)
      if taken.refusal == nil, taken.question == nil { taken.shown += note[language] + "\n" }
      return taken
    }
  }

  /// The meeting and the current item, as an act names them.
  private var itemNames: [String] { [id] + (item.map { [String($0)] } ?? []) }

  /// A line that leaves something open; refused if nobody replies.
  private func open(_ question: MinuteQuestion, _ reply: MinuteReply?) -> Taken {
    asks && reply == nil
      ? Taken(question: question)
      : Taken(refusal: question.refusal(wasAsked: asks)[language])
  }

  /// A line without a command word is speech: it is kept, and that is reported.
  private mutating func takeAsText(_ line: String) throws(Refusal) -> Taken {
    guard item != nil else {
      let meant = MeantForm.of(line)
      return Taken(
        refusal: Phrase(
          zh: "这行没看懂；" + (meant.map { "照「\($0.zh)」这样写；" } ?? "")
            + "要记成话，先打「议 1」选议题，再按 ↑ 找回这一行",
          en: "it does not begin with a word of the minutes, and no item is chosen to keep it"
            + " under; " + (meant.map { "write it as '\($0.en)', or for a text " } ?? "")
            + "choose one with 'item 1', then take the line up again with ↑")[language])
    }
    var taken = try takeNote(line, line)
    guard taken.refusal == nil, let notice = notice(of: line, translation) else { return taken }
    taken.shown = notice
    return taken
  }

  /// The message about a line that is kept as text though it has no command word; nil if a speaker
  /// is named in it.
  func notice(of line: String, _ translation: MinuteTranslation) -> String? {
    let speaker = line.prefix { !MinuteLine.isColon($0) }
    let isSpeech = speaker.count < line.count && translation.isName(String(speaker).trimmedText)
    guard !isSpeech else { return nil }
    if translation.looksLikeVotes(line) {
      return Phrase(
        zh: "像是票数，没有算进去，照原话记下了。这样写：同意 12，或分方写：同意 居民 12、物业 1\n",
        en:
          "It looks like votes and was not counted, only kept as a text. Write: for 12, or by party:"
          + " for residents 12, property 1\n")[language]
    }
    let word = String(line.prefix { !$0.isWhitespace && !MinuteLine.isColon($0) })
    // Two characters are near to too many words.
    let isShort = word.count < 3 && Language(of: word) == .zh
    let near = isShort ? nil : Suggestion.nearest(to: word, among: MinuteWord.all)
    let meant = near.map { Phrase(both: $0) } ?? MeantForm.of(line)
    return Phrase(
      zh: "没看懂，照原话记下了"
        + (meant.map { "；想写的是「\($0.zh)」，就先打「撤」再写" } ?? "；不要就打「撤」") + "\n",
      en: "It does not begin with a word of the minutes and was kept as a text"
        + (meant.map { "; if '\($0.en)' was meant, 'undo' and write it again" }
          ?? "; 'undo' takes it back")
        + "\n")[language]
  }

  /// A vote of the current item by its title, from 1.
  private func place(ofVote title: String) -> Int? {
    let wanted = FullWidth.name(Slice(title))
    return currentItem?.votes.firstIndex { FullWidth.name(Slice($0.title)) == wanted }.map {
      $0 + 1
    }
  }

  private mutating func takeNote(_ text: String, _ line: String) throws(Refusal) -> Taken {
    try keep([SpokenLine(line: line, text: text)])
  }

  /// Records a fact, and says what was done.
  private mutating func recordShown(
    _ act: any Act, _ line: String, beginning: Bool = true
  ) throws(Refusal) -> Taken {
    Taken(shown: shown(try record(act, of: [SpokenLine(line)], beginning: beginning)))
  }

  /// Records what is said of a vote, and says what it comes to in one line.
  private mutating func takeVote(
    _ title: String?, _ given: GivenVote, _ line: String
  ) throws(Refusal) -> Taken {
    let act = RecordVote(itemNames + (title.map { [$0] } ?? []), given)
    let step = try record(act, of: [SpokenLine(line)], beginning: true)
    if title != nil { vote = nil }
    let leads = [Phrase(zh: "注意：", en: "note: ")[language], VoteFields.periodLead(language)]
    let notes = shown(step).split(separator: "\n").filter { line in
      leads.contains { line.hasPrefix($0) }
    }
    return Taken(shown: tallyLine + notes.map { $0 + "\n" }.joined())
  }

  private func shown(_ step: Step) -> String {
    let (answer, remarks) = step.text(style)
    return answer + remarks
  }

  private mutating func takeBack() throws(Refusal) -> Taken {
    guard let last = journal.last else {
      return Taken(
        refusal: Phrase(
          zh: "这次记的都撤完了；更早的用「hall 撤销」",
          en: "nothing of this session is left; 'hall undo' goes further")[
            language])
    }
    guard !last.steps.isEmpty else {
      journal.removeLast()
      return Taken(
        shown: Phrase(
          zh: "上一行没有记，不用撤\n", en: "the line before was not taken; nothing to take back\n")[
            language])
    }
    let left = Array(last.lines.dropLast())
    // Of lines that were recorded together, the others are recorded again.
    for step in last.steps.reversed().prefix(left.isEmpty ? last.steps.count : 1) {
      guard loaded.folder.lastStep() == step else {
        return Taken(
          refusal: Phrase(
            zh: "那一行之后别处又记过，撤不了；用「hall 历史 \(id)」看看",
            en: "something else was recorded since; see 'hall log \(id)'")[language])
      }
      _ = try perform(UndoStep())
      // At a terminal, the person may have been asked, and have said no.
      guard loaded.folder.lastStep() != step else {
        return Taken(
          refusal: Phrase(zh: "那一行还在，没有撤", en: "the line is still there; nothing was taken back")[
            language])
      }
    }
    journal.removeLast()
    try readAgain()
    if !left.isEmpty { _ = try keep(left) }
    let line = VisibleText.line(last.lines.last?.line ?? "")
    return Taken(shown: Phrase(zh: "已撤：\(line)\n", en: "taken back: \(line)\n")[language])
  }

  /// The title of `议 1 换灯` where that is the next number of the agenda: a new item.
  private func newTitle(_ text: String) -> String? {
    var cursor = Cursor(Slice(text))
    guard let number = cursor.takeNumber()?.value ?? cursor.takeChineseNumber() else { return nil }
    let end = cursor.index
    _ = cursor.take(anyOf: [".", "、", ":"])
    cursor.skipSpaces()
    let title = cursor.rest.trimmed.string
    let last = meeting.items.compactMap(\.number).max() ?? 0
    // 二次供水 is a title.
    guard cursor.index > end, !title.isEmpty, number == last + 1,
      !meeting.items.contains(where: { $0.title.holds(title) })
    else { return nil }
    return title
  }

  private mutating func chooseItem(_ text: String) -> Taken {
    let wanted = Int(text) ?? text.asChineseNumber
    var found = meeting.items.filter { wanted != nil && $0.number == wanted }
    if wanted == nil {
      found = meeting.items.filter { $0.title.lowercased().holds(text.lowercased()) }
    }
    guard found.count == 1, let number = found[0].number else {
      let list = meeting.items.map { "\($0.number.map(String.init) ?? "?") \($0.title)" }
        .map(VisibleText.line).joined(separator: language.say("；", "; "))
      return Taken(
        refusal: Phrase(
          zh: "没有议题「\(text)」" + (list.isEmpty ? "；新加一个写「议 新 题目」" : "；有：" + list),
          en: "there is no item '\(text)'"
            + (list.isEmpty ? "; add one with 'item new TITLE'" : "; there are: " + list))[language]
      )
    }
    choose(number)
    return Taken(shown: itemLine(found[0]))
  }

  /// What is said before a refusal.
  package var refusedWord: String { Phrase(zh: "没有记：", en: "not taken: ")[language] }
}

extension String {
  /// For example, the number of `二`.
  fileprivate var asChineseNumber: Int? {
    var cursor = Cursor(Slice(self))
    guard let number = cursor.takeChineseNumber(), cursor.atEnd else { return nil }
    return number
  }
}
