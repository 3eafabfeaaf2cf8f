import HallChecks
import HallModel
import HallStore
import HallSyntax

/// One call of a command: what was asked for, and the world it was asked in.
struct Invocation: Sendable {
  var call: ParsedCall
  /// The call as it was written.
  let words: [String]
  var context: CommandContext
  let commands: [CommandSpec]
  /// The document whose approved text may change: `amend` names it, and has the reason.
  var amending: String?

  var style: Style { context.style }
  var arguments: [String] { call.arguments }
  /// Whether somebody can be asked.
  var canAsk: Bool { context.console.isInteractive && !call.has(.noInput) }

  /// The halls asked about: those of `--hall`, else the one the current folder is in.
  ///
  /// Of several, one that is not there is named, raises the status to 2, and the others are
  /// answered all the same.
  func folders(_ answer: inout Answer) throws(CommandError) -> [HallFolder] {
    let named = call.values(.hall)
    if named.isEmpty {
      guard let found = HallFolder.find(upwardFrom: context.workingDirectory) else {
        throw .noHall(from: context.workingDirectory)
      }
      tellForeignNote(found, &answer)
      return [found]
    }
    var folders: [HallFolder] = []
    for path in named {
      do throws(StoreFailure) {
        let folder = try HallFolder(at: path, from: context.workingDirectory)
        // A hall that is named twice is one hall.
        if !folders.contains(where: { $0.root == folder.root }) {
          folders.append(folder)
          tellForeignNote(folder, &answer)
        }
      } catch {
        if named.count == 1 { throw .store(error) }
        let language = CommandTable.language(of: words, in: context)
        answer.errors += CommandError.store(error).text(language)
        answer.raise(to: 2)
      }
    }
    return folders
  }

  /// Says that a change is half made which nobody here finishes.
  private func tellForeignNote(_ folder: HallFolder, _ answer: inout Answer) {
    guard let fault = folder.foreignNote else { return }
    let language = CommandTable.language(of: words, in: context)
    answer.errors += CommandError.writing(.foreign(fault, folder.root)).text(language)
  }

  /// The language of `--lang`, else the hall's, else the environment's.
  func language(_ charter: Charter?) throws(CommandError) -> Language {
    if let word = call.value(.language) {
      guard let language = Language(rawValue: word) else {
        throw .unknownChoice(
          word, of: Phrase(zh: "语言", en: "language"), choices: ["zh", "en"], suggestion: nil)
      }
      return language
    }
    return charter?.language ?? context.environmentLanguage
  }

  /// The day of `--as-of`, else today by the hall's clock.
  func today(_ charter: Charter?) throws(CommandError) -> Day {
    guard let word = call.value(.asOf) else { return context.today(charter) }
    return try dayAsToday(word, charter)
  }

  func format() throws(CommandError) -> OutputFormat {
    if call.has(.json) { return .json }
    guard let word = call.value(.format) else { return .text }
    guard let format = OutputFormat(rawValue: word) else {
      throw .unknownChoice(
        word, of: Phrase(zh: "格式", en: "format"), choices: call.spec.formats.map(\.rawValue),
        suggestion: Suggestion.nearest(to: word, among: OutputFormat.allCases.map(\.rawValue)))
    }
    guard call.spec.formats.contains(format) else {
      throw .formatNotOffered(word, command: call.spec.name)
    }
    return format
  }

  /// Loads every hall asked about. A file that cannot be read is named, raises the status to 2,
  /// and the others are answered all the same.
  ///
  /// - Parameter namesFiles: whether such files are named here; `check` lists them itself.
  func load(
    _ answer: inout Answer, namesFiles: Bool = true
  ) throws(CommandError) -> [LoadedHall] {
    try load(try folders(&answer), &answer, namesFiles: namesFiles)
  }

  /// The halls of some folders, loaded.
  func load(
    _ folders: [HallFolder], _ answer: inout Answer, namesFiles: Bool
  ) throws(CommandError) -> [LoadedHall] {
    var halls: [LoadedHall] = []
    for folder in folders {
      do throws(StoreFailure) {
        let (hall, failures) = try folder.load()
        halls.append(LoadedHall(folder: folder, hall: hall, failures: failures))
      } catch {
        throw .store(error)
      }
    }
    let language = try language(halls.first?.hall.charter)
    for loaded in halls where namesFiles {
      for problem in loaded.readingProblems {
        answer.raise(to: 2)
        let folder = halls.count > 1 ? loaded.folder.shownPath : nil
        answer.errors += loaded.renderer(language, context, within: folder).text(problem)
      }
    }
    return halls
  }
}

/// A hall and where it came from.
struct LoadedHall: Sendable {
  let folder: HallFolder
  let hall: Hall
  /// Files that could not be read at all.
  let failures: [StoreFailure]
  /// Held by a command that writes, as long as it goes on with what it has read.
  var lock: HallLock?

  var name: String { hall.charter.name }

  /// What kept whole files from being read: failures of the disk, and bytes that are not text.
  var readingProblems: [Problem] {
    failures.map(\.problem) + hall.documents.compactMap(Utf8.problem)
  }

  /// The members of a JSON answer that name the hall.
  var identity: JSONValue {
    ["hall": .string(name), "hall_dir": .string(folder.shownPath)]
  }

  /// - Parameters:
  ///   - others: files that problems are shown in and that are no part of the hall's record.
  ///   - folder: the hall's, where several are asked about.
  func renderer(
    _ language: Language, _ context: CommandContext, also others: [Document] = [],
    within folder: String? = nil
  ) -> ProblemRenderer {
    ProblemRenderer(
      documents: hall.documents + hall.charter.rosterDocuments.dropFirst()
        + hall.ballotBooks.values.map(\.document) + others, language: language, context: context,
      within: folder)
  }
}
