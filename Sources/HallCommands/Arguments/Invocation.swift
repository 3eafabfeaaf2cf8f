import HallChecks
import HallModel
import HallStore
import HallSyntax
import HallWords

/// One call of a command: its words, and the context it runs in.
struct Invocation: Sendable {
  var call: ParsedCall
  /// The words of the call, as typed.
  let words: [String]
  var context: CommandContext
  let commands: [CommandSpec]
  /// Answers another call as if it had been typed.
  let answering: @Sendable ([String], CommandContext) -> Answer
  /// Runs another call within this one.
  let running: @Sendable (Invocation) throws(Refusal) -> Answer
  /// The document whose approved text may change: `amend` names it, and gives the reason.
  var amending: String?

  var style: Style { context.style }
  var arguments: [String] { call.arguments }
  /// The language of refusals for which no hall is needed.
  var plainLanguage: Language { context.language(of: words) }
  /// Whether a person can be asked.
  var canAsk: Bool { context.console.isInteractive && !call.has(.noInput) }

  /// The halls of the call: those of `--hall` or below `--halls`, else the one the current folder is in.
  ///
  /// If one of several is missing, it is reported and raises the status to 2, and the others are
  /// still answered.
  func folders(_ answer: inout Answer) throws(Refusal) -> [HallFolder] {
    if let folder = call.value(.halls) { return try folders(below: folder, &answer) }
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
        // A hall given twice counts once.
        if !folders.contains(where: { $0.root == folder.root }) {
          folders.append(folder)
          tellForeignNote(folder, &answer)
        }
      } catch {
        if named.count == 1 { throw .store(error) }
        tell(error, &answer)
      }
    }
    return folders
  }

  private func folders(
    below folder: String, _ answer: inout Answer
  ) throws(Refusal) -> [HallFolder] {
    let found: (halls: [HallFolder], failures: [StoreFailure])
    do throws(StoreFailure) {
      found = try HallFolder.all(below: folder, from: context.workingDirectory)
    } catch {
      throw .store(error)
    }
    for failure in found.failures { tell(failure, &answer) }
    guard !found.halls.isEmpty else {
      throw .refused(
        Phrase(zh: "「\(folder)」下面没有议事厅", en: "no hall below '\(folder)'"),
        hint: Phrase(
          zh: "议事厅的文件夹里有 hall.md；--各厅 写它们上面的文件夹",
          en: "a hall's folder has a hall.md; give --halls the folder above them"))
    }
    return found.halls
  }

  /// Reports a hall that cannot be read, beside others that can.
  private func tell(_ failure: StoreFailure, _ answer: inout Answer) {
    answer.errors += Refusal.store(failure).text(plainLanguage)
    answer.raise(to: 2)
  }

  /// Reports a half-finished change that this clone cannot complete.
  private func tellForeignNote(_ folder: HallFolder, _ answer: inout Answer) {
    guard let fault = folder.foreignNote else { return }
    let language = plainLanguage
    answer.errors += Refusal.writing(.foreign(fault, folder.root)).text(language)
  }

  /// The language of `--lang`, else the hall's, else the environment's.
  func language(_ charter: Charter?) throws(Refusal) -> Language {
    if let word = call.value(.language) {
      guard let language = Language(named: word) else {
        throw .unknownChoice(
          word, of: Phrase(zh: "语言", en: "language"), choices: ["zh", "en"], suggestion: nil)
      }
      return language
    }
    return charter?.language ?? context.spokenLanguage(of: words)
  }

  /// The day of `--as-of`, else today by the hall's clock.
  func today(_ charter: Charter?) throws(Refusal) -> Day {
    guard let word = call.value(.asOf) else { return context.world.today(charter) }
    return try dayAsToday(word, charter)
  }

  func format() throws(Refusal) -> OutputFormat {
    if call.has(.json) { return .json }
    guard let word = call.value(.format) else { return .text }
    guard let format = OutputFormat(rawValue: word) else {
      throw .unknownChoice(
        word, of: Phrase(zh: "格式", en: "format"), choices: call.spec.formats.map(\.rawValue),
        suggestion: Suggestion.nearest(to: word, among: OutputFormat.allCases.map(\.rawValue)))
    }
    guard call.spec.formats.contains(format) else {
      throw .formatNotOffered(word, of: call.spec)
    }
    return format
  }

  /// Loads every hall of the call. A file that cannot be read is reported and raises the status to
  /// 2, and the others are still answered.
  ///
  /// - Parameter namesFiles: whether such files are reported here; `check` lists them itself.
  func load(
    _ answer: inout Answer, namesFiles: Bool = true
  ) throws(Refusal) -> [LoadedHall] {
    let folders = try folders(&answer)
    return try load(folders, &answer, namesFiles: namesFiles, isPart: folders.count > 1)
  }

  /// Loads what a call about one thing needs: of each hall the documents that are linked with it, if its
  /// identifier is given and found; else everything, to look for it in the titles.
  func load(about text: String, _ answer: inout Answer) throws(Refusal) -> [LoadedHall] {
    guard let query = IdentifierQuery(text), query.isNumbered else { return try load(&answer) }
    let folders = try folders(&answer)
    var linked = answer
    let halls = try load(folders, &linked, linkedWith: query, isPart: folders.count > 1)
    guard halls.identified(by: query).isEmpty else {
      answer = linked
      return halls
    }
    return try load(folders, &answer, isPart: folders.count > 1)
  }

  /// Loads the halls of some folders.
  ///
  /// - Parameters:
  ///   - query: only the documents that are linked with it are loaded.
  ///   - isPart: whether the call is about several halls: then each message names its hall, and one that
  ///     cannot be read does not end the call.
  func load(
    _ folders: [HallFolder], _ answer: inout Answer, linkedWith query: IdentifierQuery? = nil,
    namesFiles: Bool = true, isPart: Bool
  ) throws(Refusal) -> [LoadedHall] {
    // Small halls are read side by side, a large one on all cores.
    let opened = Parallel.map(count: folders.count, inChunksOf: 1) { place in
      Result { () throws(StoreFailure) in
        let folder = folders[place]
        return if let query { try folder.load(linkedWith: query) } else { try folder.load() }
      }
    }
    var halls: [LoadedHall] = []
    for (folder, result) in zip(folders, opened) {
      switch result {
      case .success(let (hall, failures)):
        halls.append(LoadedHall(folder: folder, hall: hall, failures: failures))
      case .failure(let failure) where !isPart: throw .store(failure)
      case .failure(let failure): tell(failure, &answer)
      }
    }
    context.keep(halls)
    let language = try language(halls.first?.hall.charter)
    for loaded in halls where namesFiles {
      noteNewerFormat(
        loaded.hall.charter, of: loaded.folder, isPart: isPart, language, &answer)
      for problem in loaded.readingProblems {
        answer.raise(to: 2)
        let folder = isPart ? loaded.folder.shownPath : nil
        answer.errors += loaded.renderer(language, context.layout, within: folder).text(problem)
      }
    }
    return halls
  }

  /// Answers with an object of long lists: part by part where the answer goes straight out.
  func write(
    _ members: JSONMembers = [:], lists: [String: JSONList], to answer: inout Answer
  ) {
    JSONValue.write(members, lists: lists) { part in
      if let stream = context.stream { stream(part) } else { answer.output += part }
    }
  }

  /// The one hall of a call that works on one.
  ///
  /// - Parameter verb: what cannot be done with several, in Chinese.
  func onlyHall(of halls: [LoadedHall], _ verb: String) throws(Refusal) -> LoadedHall {
    guard let loaded = halls.first, halls.count == 1 else {
      throw .refused(
        Phrase(zh: "一次只能\(verb)一个议事厅", en: "one hall at a time"),
        hint: Phrase(zh: "--议事厅 只写一个", en: "give --hall once"))
    }
    return loaded
  }
}
