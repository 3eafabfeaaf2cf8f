/// SHA-256 (FIPS 180-4), over bytes.
package struct SHA256 {
  /// The state after some whole blocks of 64 bytes: hashing continues from it.
  typealias State = SIMD8<UInt32>

  private var state: State
  /// The state before the first block.
  static let initial = State(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19)
  /// The bytes after the last whole block.
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  package init() { state = SHA256.initial }

  /// A hash that continues after some whole blocks.
  init(after blocks: Int, _ state: State) {
    self.state = state
    length = UInt64(blocks) * 64
  }

  /// Compresses one block of 64 bytes.
  static func compress(_ block: UnsafeRawBufferPointer, from state: State) -> State {
    var state = state
    compress(block, into: &state)
    return state
  }

  /// The digest of some bytes, as 64 lower-case hexadecimal digits.
  package static func hex(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes[...])
    return hash.digest
  }

  package mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { update(UnsafeRawBufferPointer($0)) }
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length += UInt64(bytes.count)
    var start = 0
    if !pending.isEmpty {
      start = min(64 - pending.count, bytes.count)
      pending += bytes[..<start]
      guard pending.count == 64 else { return }
      pending.withUnsafeBytes { SHA256.compress($0, into: &state) }
      pending.removeAll(keepingCapacity: true)
    }
    let end = start + (bytes.count - start) / 64 * 64
    SHA256.compress(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), into: &state)
    pending += bytes[end...]
  }

  /// The digest of everything so far, as 64 lower-case hexadecimal digits.
  package var digest: String {
    var last = state
    // The bytes are followed by a 1 bit, zeros, and the length in bits, up to a whole block.
    let size = pending.count < 56 ? 64 : 128
    withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { block in
      block.initializeMemory(as: UInt8.self, repeating: 0)
      block.copyBytes(from: pending)
      block[pending.count] = 0x80
      block.storeBytes(of: (length &* 8).bigEndian, toByteOffset: size - 8, as: UInt64.self)
      SHA256.compress(UnsafeRawBufferPointer(block), into: &last)
    }
    return String(unsafeUninitializedCapacity: 64) { digits in
      var place = 0
      for index in 0..<8 {
        var word = last[index]
        for _ in 0..<8 {
          let digit = UInt8(truncatingIfNeeded: word &>> 28)
          digits[place] = digit &+ (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") &- 10)
          word &<<= 4
          place &+= 1
        }
      }
      return 64
    }
  }

  /// Compresses whole blocks of 64 bytes.
  private static func compress(
    _ blocks: UnsafeRawBufferPointer, into state: inout SIMD8<UInt32>
  ) {
    constants.withUnsafeBufferPointer { constants in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
        for start in stride(from: 0, to: blocks.count, by: 64) {
          schedule(blocks, start, constants, words)
          var (a, b, c, d) = (state[0], state[1], state[2], state[3])
          var (e, f, g, h) = (state[4], state[5], state[6], state[7])
          // After eight rounds every variable has its old role again, so none has to be moved.
          for place in stride(from: 0, to: 64, by: 8) {
            round(a, b, c, &d, e, f, g, &h, words[place &+ 0])
            round(h, a, b, &c, d, e, f, &g, words[place &+ 1])
            round(g, h, a, &b, c, d, e, &f, words[place &+ 2])
            round(f, g, h, &a, b, c, d, &e, words[place &+ 3])
            round(e, f, g, &h, a, b, c, &d, words[place &+ 4])
            round(d, e, f, &g, h, a, b, &c, words[place &+ 5])
            round(c, d, e, &f, g, h, a, &b, words[place &+ 6])
            round(b, c, d, &e, f, g, h, &a, words[place &+ 7])
          }
          state &+= SIMD8(a, b, c, d, e, f, g, h)
        }
      }
    }
  }

  /// Expands a block into the words of the 64 rounds, four at a time, each with its constant.
  @inline(__always)
  private static func schedule(
    _ blocks: UnsafeRawBufferPointer, _ start: Int, _ constants: UnsafeBufferPointer<UInt32>,
    _ words: UnsafeMutableBufferPointer<UInt32>
  ) {
    typealias Four = SIMD4<UInt32>
    let (constants, words) = (
      UnsafeRawBufferPointer(constants), UnsafeMutableRawBufferPointer(words)
    )
    @inline(__always) func load(_ place: Int) -> Four {
      let four = blocks.loadUnaligned(fromByteOffset: start &+ place, as: Four.self)
      return Four(
        four[0].byteSwapped, four[1].byteSwapped, four[2].byteSwapped, four[3].byteSwapped)
    }
    @inline(__always) func store(_ four: Four, _ place: Int) {
      let sum = four &+ constants.loadUnaligned(fromByteOffset: place, as: Four.self)
      words.storeBytes(of: sum, toByteOffset: place, as: Four.self)
    }
    var (w, x, y, z) = (load(0), load(16), load(32), load(48))
    store(w, 0)
    store(x, 16)
    store(y, 32)
    store(z, 48)
    for place in stride(from: 64, to: 256, by: 16) {
      let early = Four(w[1], w[2], w[3], x[0])
      var next = w &+ Four(y[1], y[2], y[3], z[0])
      next &+= rotate(early, 7) ^ rotate(early, 18) ^ (early &>> 3)
      // The last two words depend on the first two.
      let (first, second) = (next[0] &+ late(z[2]), next[1] &+ late(z[3]))
      next = Four(first, second, next[2] &+ late(first), next[3] &+ late(second))
      store(next, place)
      (w, x, y, z) = (x, y, z, next)
    }
  }

  @inline(__always)
  private static func late(_ word: UInt32) -> UInt32 {
    rotate(word, 17) ^ rotate(word, 19) ^ (word &>> 10)
  }

  @inline(__always)
  private static func rotate(_ words: SIMD4<UInt32>, _ bits: UInt32) -> SIMD4<UInt32> {
    (words &>> bits) | (words &<< (32 &- bits))
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ input: UInt32
  ) {
    let choice = g ^ (e & (f ^ g))
    let first = h &+ input &+ choice &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25))
    let majority = (a & b) | (c & (a | b))
    d &+= first
    h = first &+ majority &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22))
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word &>> bits | word &<< (32 &- bits)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
