import HallModel
import HallStore
import HallWords

/// A tar archive, made and read by the installed `tar`.
package struct Archive: Sendable {
  package let path: String
  private let programs: any Programs

  package init(_ path: String, _ programs: any Programs) {
    (self.path, self.programs) = (path, programs)
  }

  package enum Failure: Error, Sendable {
    /// `tar` is not installed.
    case missing
    /// The first line of what it said.
    case refused(String)

    package var phrase: Phrase {
      switch self {
      case .missing: Phrase(zh: "这台电脑没有 tar", en: "tar is not installed")
      case .refused(let said): Phrase(zh: "tar 没有做成：\(said)", en: "tar failed: \(said)")
      }
    }

    package var hint: Phrase? {
      switch self {
      case .missing: Phrase(zh: "装好 tar 再试", en: "install tar and try again")
      case .refused: nil
      }
    }
  }

  private var isCompressed: Bool { path.hasSuffix(".gz") || path.hasSuffix(".tgz") }

  /// Writes the files of a folder into it; it must be there already, so that its mode is chosen by
  /// whoever made it.
  ///
  /// - Parameter root: the folder that the paths start from.
  package func pack(_ files: [String], of root: String) throws(Failure) {
    let compress = isCompressed ? ["-z"] : []
    // The paths come in on standard input: no path is taken for an option, and none is too many.
    try run(
      ["-c"] + compress + ["-f", path, "-C", root, "--null", "-T", "-"],
      input: Array(files.map { "./" + $0 + "\0" }.joined().utf8))
  }

  /// Writes its files into a folder. An owner and a mode that it names do not count.
  package func unpack(into folder: String) throws(Failure) {
    try run(["-x", "-f", path, "-C", folder, "-o", "--no-same-permissions"])
  }

  private func run(_ words: [String], input: [UInt8] = []) throws(Failure) {
    let call = ProgramCall(
      ["tar"] + words, input: input,
      environment: [
        "LC_ALL": "C.UTF-8", "TAR_OPTIONS": nil, "COPYFILE_DISABLE": "1", "POSIXLY_CORRECT": nil,
      ])
    guard let result = programs.run(call) else { throw .missing }
    guard result.isDone else {
      // Its last line only says that it failed.
      throw .refused(result.errorText.split(separator: "\n").first.map(String.init) ?? "")
    }
  }
}
