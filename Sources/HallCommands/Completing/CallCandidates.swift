import HallSyntax
import HallWords

/// The names of commands and options, from the one table.
struct CallCandidates {
  let commands: [CommandSpec]
  let language: Language

  /// The commands that a word may begin: in the person's language, else in the other one.
  func commands(beginning typed: String) -> Offer {
    func names(_ language: Language) -> [Candidate] {
      var seen: Set<String> = []
      return CommandGroup.grouped(commands).flatMap(\.commands).compactMap { spec in
        let name = spec.words(language)[0]
        guard seen.insert(name).inserted else { return nil }
        return Candidate(name, meaning(of: name, spec))
      }.beginning(with: typed)
    }
    let synonyms = commands.flatMap { spec in
      spec.aliases.dropFirst().map { Candidate($0, spec.summary[language]) }
    }
    return Offer(names(language), else: names(language.other), synonyms.beginning(with: typed))
  }

  /// What a first word means: the command, or the words that may follow.
  private func meaning(of name: String, _ spec: CommandSpec) -> String {
    guard spec.words.count > 1 else { return spec.summary[language] }
    let group = commands.filter { $0.groups.contains(name) }
    return group.map { $0.words(language)[1] }.joined(in: language)
  }

  /// The second words of a group: after `任务` in Chinese, after `task` in English.
  func commands(after first: String, beginning typed: String) -> Offer {
    let group = commands.filter { $0.groups.contains(first) }
    func names(_ language: Language) -> [Candidate] {
      group.map { Candidate($0.words(language)[1], $0.summary[self.language]) }
        .beginning(with: typed)
    }
    let own = Language(of: first)
    return Offer(names(own), else: names(own.other))
  }

  func options(_ options: [OptionSpec], beginning typed: String) -> Offer {
    func names(_ language: Language) -> [Candidate] {
      options.map { Candidate($0.phrase[language], $0.summary[self.language]) }
        .beginning(with: typed)
    }
    let letters = options.compactMap { option in
      option.short.map { Candidate($0, option.summary[language]) }
    }
    return Offer(
      names(language), else: names(language.other), letters.beginning(with: typed))
  }
}

extension CommandSpec {
  /// The words of its name in a language.
  fileprivate func words(_ language: Language) -> [String] {
    called(language).split(separator: " ").dropFirst().map(String.init)
  }
}

extension Language {
  var other: Language { self == .zh ? .en : .zh }
}
