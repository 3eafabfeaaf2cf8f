import HallModel
import HallStore
import HallSyntax
import HallWork
import HallWords

/// Who records.
extension Invocation {
  /// The person who records in a hall: the one given or known, else on a terminal the one who says
  /// so. That name is kept for the next calls; a dry run keeps nothing.
  ///
  /// - Returns: nil if nobody is known and nobody can be asked.
  func recorder(in folder: HallFolder, _ language: Language) throws(Refusal) -> String? {
    let given = TypedText.words(call.value(.by))
    guard canAsk, call.spec.allOptions.contains(where: { $0.name == OptionSpec.by.name }) else {
      return given
    }
    if let given {
      // A name that was kept is replaced by the next one that is given.
      if let kept = folder.ownName.text, kept != given, !call.has(.dryRun),
        context.world.person(nil) == nil
      {
        keep(given, in: folder, language)
      }
      return given
    }
    if let known = context.world.person(nil, in: folder) { return known }
    let name = try askedAuthor(language)
    if !call.has(.dryRun) { keep(name, in: folder, language) }
    return name
  }

  /// Asks who is at the terminal.
  func askedAuthor(_ language: Language) throws(Refusal) -> String {
    var prompt = Prompt(
      Phrase(zh: "您的姓名（改动记在谁名下）：", en: "Your name (changes are recorded under it): ")[
        language])
    prompt.leaving = Phrase.leavingWritesNothing[language]
    guard let name = TypedText.words(context.console.line(prompt)) else { throw .noAuthor }
    return name
  }

  /// Keeps a name that was typed for the next calls of this user, and says so.
  func keep(_ name: String, in folder: HallFolder, _ language: Language) {
    // Where it cannot be kept, it is asked for again.
    guard (try? folder.ownName.keep(name)) != nil else { return }
    context.console.show(
      VisibleText.line(
        Phrase(
          zh: "记住了：这里的改动以后都记在「\(name)」名下；换人时加 --署名 姓名",
          en: "noted: changes made here are recorded under '\(name)'; for somebody else: --by NAME")[
            language]) + "\n")
  }
}
