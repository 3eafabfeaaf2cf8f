import HallModel
import HallSyntax
import HallWords
import HallWork

/// The words that may stand for an argument, or for the value of an option.
struct ValueCandidates {
  let call: PartialCall
  let names: CallCandidates
  /// The hall's own words; nil where there is no hall.
  let hall: HallCandidates?
  /// Today, by the clock of a hall.
  let today: (Charter?) -> Day
  let language: Language

  func offer(_ kind: WordKind, _ typed: String) -> Offer {
    switch kind {
    case .text, .period: .nothing
    case .day: days(typed)
    case .length: lengths(typed)
    case .file: Offer(kind: .files)
    case .folder: Offer(kind: .folders)
    case .choice(let choices): closed(choices(call.arguments), typed)
    case .keyword(let scope):
      closed(Vocabulary.keywords(in: scope).map { ListedWord(Phrase($0)) }, typed)
    case .party: Offer(hall?.parties.beginning(with: typed) ?? [])
    case .person: hall?.people(typed) ?? .nothing
    case .thing(let things, let isOpen): hall?.things(things, isOpen: isOpen, typed) ?? .nothing
    case .part(let thing): part(thing, typed)
    case .revision: revisions(typed)
    case .rule: rules(typed)
    case .template: Offer(hall?.templates.beginning(with: typed) ?? [])
    case .fact: facts(typed)
    case .command:
      call.spec?.takesCall == false && !call.arguments.isEmpty
        ? names.commands(after: call.arguments[0], beginning: typed)
        : names.commands(beginning: typed)
    case .either(let first, let second):
      offer(first, typed).joined(with: offer(second, typed))
    }
  }

  /// Words of a closed list: in the person's language, else in the other one.
  private func closed(_ choices: [ListedWord], _ typed: String) -> Offer {
    func words(_ language: Language) -> [Candidate] {
      choices.map { Candidate($0.word[language], $0.meaning?[self.language] ?? "") }
        .beginning(with: typed)
    }
    return Offer(words(language), else: words(language.other))
  }

  /// The commonest words for a day, each with the day that it means.
  private func days(_ typed: String) -> Offer {
    let charter =
      hall?.charter ?? Charter(document: Document(path: "hall.md", kind: .hall, bytes: []))
    let today = today(charter)
    func day(_ word: String, _ sense: DateWords.Sense) -> Day? {
      try? DateWords(today: today, sense: sense, charter: charter).day(word)
    }
    func words(_ language: Language) -> [Candidate] {
      let zh = ["今天", "明天", "昨天", "周五", "下周五", "月底", "7天后", "5个工作日"]
      let en = ["today", "tomorrow", "yesterday", "friday", "+7d", "5wd"]
      return language.pick(zh, en).map { word in
        let day = day(word, .due) ?? day(word, .done)
        return Candidate(word, day.map { DayText.withWeekday($0, self.language) } ?? "")
      }.beginning(with: typed)
    }
    return Offer(words(language), else: words(language.other))
  }

  private func lengths(_ typed: String) -> Offer {
    func words(_ language: Language) -> [Candidate] {
      language.pick(["7天", "15天", "30天", "5个工作日"], ["7d", "15d", "30d", "5wd"])
        .map { Candidate($0) }.beginning(with: typed)
    }
    return Offer(words(language), else: words(language.other))
  }

  private func rules(_ typed: String) -> Offer {
    Offer(
      hall?.rules.beginning(with: typed) ?? [], else: hall?.otherRules.beginning(with: typed) ?? [])
  }

  private func part(_ thing: WordKind.Thing, _ typed: String) -> Offer {
    guard let first = call.arguments.first else { return .nothing }
    return Offer(hall?.numbers(of: thing, in: first).beginning(with: typed) ?? [])
  }

  private func revisions(_ typed: String) -> Offer {
    guard let first = call.arguments.first else { return .nothing }
    return Offer(hall?.revisions(of: first).beginning(with: typed) ?? [])
  }

  private func facts(_ typed: String) -> Offer {
    guard let first = call.arguments.first else { return .nothing }
    let scope = FactScope.of(first)
    func words(_ language: Language) -> [Candidate] {
      let facts = Vocabulary.keywords(in: scope).filter { !SetFact.isElsewhere($0) }
      return ([language.say("标题", "title")] + facts.map { $0.word(language) })
        .map { Candidate($0) }.beginning(with: typed)
    }
    let written = hall?.charter.language ?? language
    return Offer(words(written), else: words(written.other))
  }
}

/// Where the facts of a thing stand, judged by its identifier alone.
private enum FactScope {
  static func of(_ word: String) -> Scope {
    let text = FullWidth.name(Slice(word)).uppercased()
    if text.hasPrefix("HALL") { return [.hallFront, .calendar] }
    if text.contains("#") { return .item }
    if text.contains("-D") { return .decision }
    if text.contains("-T") { return .task }
    return text.hasPrefix("Q") ? .matterFront : .meetingFront
  }
}
