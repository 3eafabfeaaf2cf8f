/// All forms of all words, looked up by their bytes.
///
/// It is used once for each line of a list, on all cores. That is why it is raw memory and not a
/// dictionary or array, which count references on every access. It is made once and lives as long
/// as the program.
struct WordForms: @unchecked Sendable {
  private struct Form: Sendable {
    /// The ends of the folded form: full-width forms as ASCII, letters in lower case.
    let ends: Ends
    let place: Int32
    let count: Int32
    let keyword: Keyword
    let scopes: Scope
  }

  private static let longestForm = 40
  private static let bucketCount = 1024

  /// Ordered by bucket, and within a bucket as in the table of words.
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
        let folded = FullWidth.folded(Slice(form), lowercased: true)[...]
        let ends = Ends(of: folded, folded.indices)
        buckets[WordForms.bucket(ends, folded.count)].append(
          Form(
            ends: ends, place: Int32(text.count), count: Int32(folded.count),
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
    // Most words are written exactly as in the table.
    if let keyword = exact(bytes, word, scope) { return keyword }
    guard bytes[word].contains(where: WordForms.mayFold) else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { folded in
      var count = 0
      var position = word.lowerBound
      while position < word.upperBound {
        var (byte, length) = FullWidth.byte(in: bytes, at: position, end: word.upperBound)
        if byte &- UInt8(ascii: "A") < 26 { byte |= 0x20 }
        folded.initializeElement(at: count, to: byte)
        count += 1
        position += length
      }
      return exact(UnsafeBufferPointer(folded), 0..<count, scope)
    }
  }

  /// The meaning of a word that is folded.
  @inline(__always)
  private func exact<Bytes: ByteRun>(
    _ bytes: Bytes, _ word: Range<Int>, _ scope: Scope
  ) -> Keyword? {
    let ends = Ends(of: bytes, word)
    let bucket = WordForms.bucket(ends, word.count)
    for index in Int(starts[bucket])..<Int(starts[bucket + 1]) {
      let form = forms[index]
      guard form.ends == ends, Int(form.count) == word.count, !form.scopes.isDisjoint(with: scope),
        word.count <= Ends.both || isEqual(bytes, word, to: form)
      else { continue }
      return form.keyword
    }
    return nil
  }

  private func isEqual<Bytes: ByteRun>(
    _ bytes: Bytes, _ word: Range<Int>, to form: Form
  ) -> Bool {
    bytes[word].elementsEqual(text[Int(form.place)..<Int(form.place + form.count)])
  }

  /// Whether a character that begins with a byte may have another form. Two comparisons settle most
  /// bytes: those inside a character, and those that begin a Chinese one.
  @inline(__always)
  private static func mayFold(_ byte: UInt8) -> Bool {
    if byte < 0xC0 { return byte &- UInt8(ascii: "A") < 26 }
    return byte < 0xE4 ? byte == 0xC2 || byte > 0xE0 : byte == 0xEF
  }

  @inline(__always)
  private static func bucket(_ ends: Ends, _ count: Int) -> Int {
    let mixed = (ends.first ^ (ends.last << 29 | ends.last >> 35)) &+ UInt64(count)
    return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 54) & (bucketCount - 1)
  }

  /// The first and the last eight bytes of a word, as numbers. If the word is no longer than
  /// ``both``, together they are the whole word.
  private struct Ends: Equatable, Sendable {
    static let both = 16

    let first: UInt64
    let last: UInt64

    @inline(__always)
    init<Bytes: ByteRun>(of bytes: Bytes, _ word: Range<Int>) {
      if word.count >= 8 {
        first = bytes.load(UInt64.self, at: word.lowerBound)
        last = bytes.load(UInt64.self, at: word.upperBound - 8)
      } else if word.count >= 4 {
        first = UInt64(bytes.load(UInt32.self, at: word.lowerBound))
        last = UInt64(bytes.load(UInt32.self, at: word.upperBound - 4))
      } else {
        first = word.reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
        last = 0
      }
    }
  }
}
