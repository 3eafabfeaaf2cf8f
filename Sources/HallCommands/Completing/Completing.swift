import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// What may stand at the cursor of a call that is being typed.
///
/// The shells ask with a hidden word: `hall __complete SHELL …`. Only the table and, where a word of
/// the hall is wanted, the hall's own files are read; nothing is written, and no program is started.
struct Completing {
  /// The hidden word.
  static let word = "__complete"

  let commands: [CommandSpec]
  let context: CommandContext

  /// Answers a shell: the words after the hidden one.
  static func answer(
    _ words: [String], _ commands: [CommandSpec], _ context: CommandContext
  ) -> Answer {
    guard let shell = words.first.flatMap(CompletionShell.init), words.count > 1 else {
      return Answer(status: 2)
    }
    let asked = shell.typed(Array(words.dropFirst(2)))
    let offer = Completing(commands: commands, context: context).offer(asked.before, asked.word)
    return Answer(output: shell.text(offer, asked, columns: Int(words[1]) ?? 80))
  }

  /// - Parameters:
  ///   - before: the words of the call before the cursor, without the program's name.
  ///   - word: the word at the cursor, up to it.
  func offer(_ before: [String], _ word: String) -> Offer {
    offer(before, word, context.language(of: before + [word]), in: folder(before))
  }

  /// The hall that a call is about: that of `--hall`, else the one around.
  private func folder(_ before: [String]) -> HallFolder? {
    let named = PartialCall(before, commands).values[OptionSpec.hall.name]?.last
    if let named { return try? HallFolder(at: named, from: context.workingDirectory) }
    return HallFolder.find(upwardFrom: context.workingDirectory)
  }

  private func offer(
    _ before: [String], _ word: String, _ language: Language, in folder: HallFolder?
  ) -> Offer {
    let call = PartialCall(before, commands)
    guard !call.isUnknown else { return .nothing }
    if let nested = call.nested { return offer(nested, word, language, in: folder) }
    let names = CallCandidates(commands: commands, language: language)
    func values(_ kind: WordKind, _ typed: String) -> Offer {
      ValueCandidates(
        call: call, names: names, hall: folder.map { HallCandidates($0, language) },
        today: context.world.today, language: language
      ).offer(kind, typed)
    }
    if let option = call.pending { return values(option.takes, word) }
    if !call.onlyArguments, word.hasPrefix("-") {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard word.hasPrefix("--"), parts.count == 2 else {
        return names.options(call.options(commands), beginning: word)
      }
      let option = (call.spec ?? commands[0]).allOptions.first { $0.isCalled(String(parts[0])) }
      guard let option, option.value != nil else { return .nothing }
      return values(option.takes, String(parts[1])).after(parts[0] + "=")
    }
    guard call.spec != nil else {
      return call.group.map { names.commands(after: $0, beginning: word) }
        ?? names.commands(beginning: word)
    }
    guard let argument = call.argument else {
      // Nothing but an option can follow.
      return word.isEmpty && !call.onlyArguments
        ? names.options(call.options(commands), beginning: word) : .nothing
    }
    return values(argument.takes, word)
  }
}
