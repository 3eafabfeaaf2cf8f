import HallSyntax

/// Finds the known word that a written one was probably meant to be.
enum Spelling {
  private struct Form: Sendable {
    let text: String
    let letters: [Unicode.Scalar]
    let isASCII: Bool

    init(_ text: String, letters: [Unicode.Scalar]) {
      (self.text, self.letters) = (text, letters)
      isASCII = letters.allSatisfy(\.isASCII)
    }
  }

  /// Ordinary words that are one character away from a known one and mean something else: 有效 is not
  /// a misspelt 无效.
  private static let ownWords: Set<String> = [
    "有效", "废票", "选票", "得票", "投票", "总数", "户数", "票数", "标题", "主题", "议题", "话题", "事由", "地址", "日程", "委员",
    "楼长", "备注", "说明", "背景", "原因", "理由", "效果", "成果", "程序", "进度",
  ]

  /// The nearest word of a place, as written there; nil where none is near, or the word is itself
  /// known there.
  ///
  /// A Chinese word of two characters is near if one character is replaced, a longer one if one
  /// character is added, removed or replaced; an English word of five letters or more, at a
  /// distance of two.
  static func nearest(to word: Slice, in scope: Scope) -> String? {
    let bare = NameList.Element(word).name
    let text = String(decoding: FullWidth.folded(bare, lowercased: true), as: UTF8.self)
    let letters = Array(text.unicodeScalars)
    guard (2...24).contains(letters.count), !ownWords.contains(text) else { return nil }
    let own = Form(text, letters: letters)
    var best: (distance: Int, form: String)?
    for form in forms(in: scope) {
      // A word that differs only by a remark after it, `期限（天）`, has distance zero.
      guard let most = reach(own, form) else { continue }
      let distance = distance(letters, form.letters)
      if distance <= most, distance < best?.distance ?? .max { best = (distance, form.text) }
    }
    guard let best, best.distance > 0 || bare.count < word.trimmed.count else { return nil }
    return best.form
  }

  /// The greatest distance at which two words are near; nil where they cannot be.
  private static func reach(_ left: Form, _ right: Form) -> Int? {
    let (least, longest) = (
      min(left.letters.count, right.letters.count), max(left.letters.count, right.letters.count)
    )
    guard left.isASCII == right.isASCII, longest - least <= 2 else { return nil }
    if left.letters == right.letters { return 0 }
    var most = 1
    if left.isASCII {
      guard least >= 5 else { return nil }
      most = 2
    } else if right.letters.count < 2 || (left.letters.count == 2) != (right.letters.count == 2) {
      return nil
    }
    // A letter that the other has nowhere is a change.
    let shared = left.letters.count { right.letters.contains($0) }
    return shared >= longest - most ? most : nil
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours (optimal string
  /// alignment).
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var cost = min(
          previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      (before, previous) = (previous, current)
    }
    return previous[right.count]
  }

  private static func forms(in scope: Scope) -> [Form] {
    byScope[scope.rawValue] ?? makeForms(in: scope)
  }

  /// The places whose keys are looked up for every list of every file.
  private static let byScope: [UInt64: [Form]] = {
    let places: [Scope] = [
      .hallFront, .matterFront, .meetingFront, .rule, .calendar, .attendance, .item, .vote,
      .decision, .task,
    ]
    return Dictionary(uniqueKeysWithValues: places.map { ($0.rawValue, makeForms(in: $0)) })
  }()

  private static func makeForms(in scope: Scope) -> [Form] {
    Vocabulary.keywords(in: scope).flatMap { keyword -> [Form] in
      guard let entry = Vocabulary.entry(of: keyword) else { return [] }
      return (entry.zh + entry.en).map { text in
        let folded = FullWidth.folded(Slice(text), lowercased: true)
        return Form(text, letters: Array(String(decoding: folded, as: UTF8.self).unicodeScalars))
      }
    }
  }
}
