import HallStore
import HallWords

/// What each of several halls is called in an answer: by its name, with its folder where two have one
/// name, and by the folder alone where its `hall.md` says none.
struct HallLabels {
  private let counts: [String: Int]

  init(_ names: [String]) { counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +) }

  init(_ halls: [LoadedHall]) { self.init(halls.map(\.name)) }

  /// Nil if it is the only hall, and needs no label.
  func label(_ name: String, in folder: HallFolder) -> String? {
    guard counts.values.reduce(0, +) > 1 else { return nil }
    if name.isEmpty { return VisibleText.line(folder.shownPath) }
    return counts[name, default: 0] > 1 ? HallLabels.whole(name, folder) : VisibleText.line(name)
  }

  func label(_ loaded: LoadedHall) -> String? { label(loaded.name, in: loaded.folder) }

  /// With its folder in any case, for what is named by its place in the hall.
  static func whole(_ name: String, _ folder: HallFolder) -> String {
    VisibleText.line(name.isEmpty ? folder.shownPath : "\(name) (\(folder.shownPath))")
  }
}
