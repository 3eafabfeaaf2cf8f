import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// A folder for whoever takes a hall over: the hall, its private files apart, and git's commits where
/// there are any.
package struct HandOver: Sendable {
  /// One file of it.
  package struct Part: Sendable {
    package enum Kind: Sendable { case hall, privateFiles, commits }

    package let kind: Kind
    package let name: String
    package let size: Int
    /// SHA-256, in hexadecimal.
    package let digest: String
    /// How many files are in it; nil for commits.
    package let files: Int?
  }

  package struct Outcome: Sendable {
    package let parts: [Part]
    package let others: [String]
    package let broken: [String]
    /// Where the hall is shared over git.
    package let places: [String]
    /// What whoever gets git's commits has to know.
    package let remarks: [Phrase]
  }

  private let folder: HallFolder
  private let world: World
  private let language: Language

  package init(of folder: HallFolder, in world: World, _ language: Language) {
    (self.folder, self.world, self.language) = (folder, world, language)
  }

  /// What a part is called, in either language.
  package static func name(_ kind: Part.Kind, _ language: Language) -> String {
    switch kind {
    case .hall: language.say("议事厅.tar", "hall.tar")
    case .privateFiles: language.say("私密文件.tar", "private.tar")
    case .commits: language.say("提交记录.bundle", "commits.bundle")
    }
  }

  /// The archives of a hand-over that lie in a folder: the hall first, then its private files; empty
  /// if it has none.
  package static func archives(in path: String) -> [String] {
    for language in [Language.zh, .en] {
      let names = [Part.Kind.hall, .privateFiles].map { path + "/" + name($0, language) }
      guard OutsideFolder.exists(names[0]) else { continue }
      return names.filter(OutsideFolder.exists)
    }
    return []
  }

  /// - Parameter page: writes the page that says what there is; into the folder at a path, before it
  ///   has its name.
  package func write(
    to path: String, shown: String,
    page: (_ outcome: Outcome, _ folder: String) throws(Refusal) -> Void
  ) throws(Refusal) -> Outcome {
    try NewFolder(path, shown).make(shown) { place throws(Refusal) in
      let outcome = try fill(place, shown)
      try page(outcome, place)
      return (place, outcome)
    }
  }

  /// Writes the parts into a folder.
  private func fill(_ place: String, _ shown: String) throws(Refusal) -> Outcome {
    let backup = Backup(of: folder, in: world)
    var parts: [Part] = []
    func name(_ kind: Part.Kind) -> (whole: String, shown: String) {
      let name = HandOver.name(kind, language)
      return (place + "/" + name, shown + "/" + name)
    }
    let hall = name(.hall)
    let made = try backup.write(to: hall.whole, shown: hall.shown) { !BackedUpFiles.isPrivate($0) }
    parts.append(try part(.hall, hall.whole, made.files.count))
    let apart = name(.privateFiles)
    if let privates = try backup.writePrivateFiles(to: apart.whole, shown: apart.shown) {
      parts.append(try part(.privateFiles, apart.whole, privates.files.count))
    }
    let commits = HandedCommits(of: folder, world.programs)
    if let commits, !commits.isShallow {
      let bundle = name(.commits).whole
      if let said = commits.bundle(to: bundle) {
        throw .refused(Phrase(zh: "git 没有做成：\(said)", en: "git failed: \(said)"))
      }
      parts.append(try part(.commits, bundle, nil))
    }
    return Outcome(
      parts: parts, others: made.others, broken: made.broken, places: commits?.places ?? [],
      remarks: commits?.remarks ?? [])
  }

  private func part(_ kind: Part.Kind, _ path: String, _ files: Int?) throws(Refusal) -> Part {
    do throws(StoreFailure) {
      let bytes = try OutsideFile.bytes(of: path, from: "/")
      return Part(
        kind: kind, name: HandOver.name(kind, language), size: bytes.count,
        digest: SHA256.hex(of: bytes), files: files)
    } catch {
      throw .store(error)
    }
  }
}
