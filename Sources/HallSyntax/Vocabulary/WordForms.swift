/// All forms of all words, to be found by their bytes.
///
/// It is asked once a line of a list, on all cores, which is why it is memory of its own and no
/// dictionary or array: those count who looks at them. It is made once and stays as long as the
/// program.
struct WordForms: @unchecked Sendable {
  private struct Form: Sendable {
    /// Of the folded form: full-width forms as ASCII, letters lower-case.
    let hash: UInt64
    let place: Int32
    let count: Int32
    let keyword: Keyword
    let scopes: Scope
  }

  private static let longestForm = 40
  private static let bucketCount = 1024

  /// In the order of their buckets, and within one in the order of the table of words.
  private let forms: UnsafeBufferPointer<Form>
  /// Where each bucket begins in ``forms``; one more than there are buckets.
  private let starts: UnsafeBufferPointer<Int32>
  /// The bytes of all folded forms.
  private let text: UnsafeBufferPointer<UInt8>

  init(_ entries: [Vocabulary.Entry]) {
    var buckets = [[Form]](repeating: [], count: WordForms.bucketCount)
    var text: [UInt8] = []
    for entry in entries {
      var scopes: Scope = []
      for use in entry.uses { scopes.formUnion(use.scope) }
      for form in entry.zh + entry.en {
        let folded = FullWidth.folded(Slice(form), lowercased: true)
        let hash = WordForms.hash(folded[...], 0..<folded.count).hash
        buckets[WordForms.bucket(hash)].append(
          Form(
            hash: hash, place: Int32(text.count), count: Int32(folded.count),
            keyword: entry.keyword, scopes: scopes))
        text += folded
      }
    }
    var starts: [Int32] = [0]
    for bucket in buckets { starts.append((starts.last ?? 0) + Int32(bucket.count)) }
    forms = WordForms.kept(Array(buckets.joined()))
    self.starts = WordForms.kept(starts)
    self.text = WordForms.kept(text)
  }

  /// A copy that is never freed.
  private static func kept<Value>(_ values: [Value]) -> UnsafeBufferPointer<Value> {
    let copy = UnsafeMutableBufferPointer<Value>.allocate(capacity: values.count)
    _ = copy.initialize(from: values)
    return UnsafeBufferPointer(copy)
  }

  /// The meaning of a word without blanks around it in a place, or nil where it has none.
  func keyword<Bytes: ByteRun>(
    in bytes: Bytes, _ word: Range<Int>, _ scope: Scope
  ) -> Keyword? {
    guard !word.isEmpty, word.count <= WordForms.longestForm * 3 else { return nil }
    let (hash, isFolded) = WordForms.hash(bytes, word)
    let bucket = WordForms.bucket(hash)
    for index in Int(starts[bucket])..<Int(starts[bucket + 1]) {
      let form = forms[index]
      guard form.hash == hash, !form.scopes.isDisjoint(with: scope) else { continue }
      if equal(bytes, word, form, isFolded) { return form.keyword }
    }
    return nil
  }

  /// FNV-1a over the folded, lower-case bytes of a word, and whether those are its own.
  @inline(__always)
  private static func hash<Bytes: ByteRun>(
    _ bytes: Bytes, _ range: Range<Int>
  ) -> (hash: UInt64, isFolded: Bool) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var isFolded = true
    var position = range.lowerBound
    while position < range.upperBound {
      var (byte, length) = (bytes[position], 1)
      if mayFold(byte) {
        (byte, length) = FullWidth.byte(in: bytes, at: position, end: range.upperBound)
        if byte &- UInt8(ascii: "A") < 26 { byte |= 0x20 }
        isFolded = isFolded && byte == bytes[position]
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      position += length
    }
    return (hash, isFolded)
  }

  /// Whether a character that begins with a byte may be read as another one.
  @inline(__always)
  private static func mayFold(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "A") < 26 || byte == 0xC2 || byte &- 0xE1 < 3 || byte == 0xEF
  }

  @inline(__always)
  private static func bucket(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (bucketCount - 1)
  }

  @inline(__always)
  private func equal<Bytes: ByteRun>(
    _ bytes: Bytes, _ word: Range<Int>, _ form: Form, _ isFolded: Bool
  ) -> Bool {
    let place = Int(form.place)
    let count = Int(form.count)
    if isFolded {
      guard word.count == count else { return false }
      for offset in 0..<count where bytes[word.lowerBound + offset] != text[place + offset] {
        return false
      }
      return true
    }
    var position = word.lowerBound
    for offset in 0..<count {
      guard position < word.upperBound else { return false }
      var (byte, length) = FullWidth.byte(in: bytes, at: position, end: word.upperBound)
      if byte &- UInt8(ascii: "A") < 26 { byte |= 0x20 }
      guard byte == text[place + offset] else { return false }
      position += length
    }
    return position == word.upperBound
  }
}
