import HallStore
import HallWords

/// What each of several halls is called in an answer: by its name, with its folder where two have the same
/// name, and by the folder alone where its `hall.md` says none. An only hall needs no label.
struct HallLabels {
  private let counts: [String: Int]
  private let isOnly: Bool

  init(_ names: [String]) {
    counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    isOnly = names.count < 2
  }

  init(_ halls: [LoadedHall]) { self.init(halls.map(\.name)) }

  /// Nil for an only hall.
  func label(_ name: String, in folder: HallFolder) -> String? {
    if isOnly { return nil }
    let isShared = name.isEmpty || counts[name, default: 0] > 1
    return isShared ? HallLabels.whole(name, folder) : VisibleText.line(name)
  }

  func label(_ loaded: LoadedHall) -> String? { label(loaded.name, in: loaded.folder) }

  /// What stands before the lines of a hall.
  func prefix(_ name: String, in folder: HallFolder) -> String {
    label(name, in: folder).map { $0 + "  " } ?? ""
  }

  /// With its folder in any case, for what is named by its place in the hall.
  static func whole(_ name: String, _ folder: HallFolder) -> String {
    VisibleText.line(name.isEmpty ? folder.shownPath : "\(name) (\(folder.shownPath))")
  }
}
