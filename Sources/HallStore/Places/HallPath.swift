import HallSyntax

/// A place within a hall that the program may write to. It is made by parsing, so that it can only
/// name what the format defines:
///
///     hall.md
///     agendas/NAME.md  matters/NAME.md  history/NAME.md
///     signatures/NAME.md  signatures/allowed_signers
///     private/…/NAME.md
///     .hall/…           what belongs only to this machine
///     .gitignore  .gitattributes
///
/// No step is empty, `.` or `..`; no step except those listed begins with a dot.
package struct HallPath: Hashable, Sendable {
  package enum Area: Sendable {
    case charter, agendas, matters, history, signatures, isPrivate
    /// `.hall/`: drafts, steps, notes of a change in progress.
    case notes
    /// The files in the hall's own folder that git reads. A note never names them.
    case gitList
  }

  package let area: Area
  let steps: [String]

  package var text: String { steps.joined(separator: "/") }

  /// - Returns: nil for any other path.
  package init?(_ text: String) {
    let steps = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let area = HallPath.area(of: steps) else { return nil }
    (self.area, self.steps) = (area, steps)
  }

  private init(_ area: Area, _ steps: [String]) { (self.area, self.steps) = (area, steps) }

  private static func area(of steps: [String]) -> Area? {
    guard let first = steps.first, steps.allSatisfy(isName) else { return nil }
    let rest = steps.dropFirst()
    let isDocument = rest.last.map { $0.hasSuffix(".md") && $0.utf8.count > 3 } ?? false
    let isPlain = rest.allSatisfy { !$0.hasPrefix(".") }
    switch (first, rest.count) {
    case ("hall.md", 0): return .charter
    case (".gitignore", 0), (".gitattributes", 0): return .gitList
    case (".hall", 1...): return .notes
    case ("private", 1...): return isDocument && isPlain ? .isPrivate : nil
    case ("signatures", 1):
      return isPlain && (isDocument || rest.last == "allowed_signers") ? .signatures : nil
    case ("agendas", 1): return isDocument && isPlain ? .agendas : nil
    case ("matters", 1): return isDocument && isPlain ? .matters : nil
    case ("history", 1): return isDocument && isPlain ? .history : nil
    default: return nil
    }
  }

  private static func isName(_ step: String) -> Bool {
    !step.isEmpty && step != "." && step != ".." && !step.utf8.contains(0)
  }

  /// Whether it is part of the record, or private: a note of a change may only name these.
  var isRecord: Bool { area != .notes && area != .gitList }

  /// Whether it is a name in `.hall/undone/`.
  var isUndone: Bool { steps.count == 3 && steps[0] == ".hall" && steps[1] == "undone" }

  /// Whether only its owner may read it.
  var isPrivate: Bool { area == .isPrivate }

  // MARK: This machine's own folder

  /// A place in `.hall/`, with names that the program makes; a slash in a name does not start a new
  /// step.
  static func notes(_ names: String...) -> HallPath {
    HallPath(
      .notes,
      [".hall"]
        + names.map { name in
          let plain = name.replacing(sign: "/", with: "_").replacing(sign: "\0", with: "_")
          return isName(plain) ? plain : "_"
        })
  }

  /// `.hall/` itself.
  static let notesFolder = HallPath(.notes, [".hall"])

  /// The folder for one kind of record, as in `history/`.
  static func folder(_ area: Area) -> HallPath {
    switch area {
    case .agendas: HallPath(area, ["agendas"])
    case .matters: HallPath(area, ["matters"])
    case .history: HallPath(area, ["history"])
    case .signatures: HallPath(area, ["signatures"])
    case .isPrivate: HallPath(area, ["private"])
    case .notes: notesFolder
    case .charter, .gitList: HallPath(area, [])
    }
  }
}
