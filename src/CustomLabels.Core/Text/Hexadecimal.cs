namespace CustomLabels.Text;

/// <summary>Hashes as text.</summary>
internal static class Hexadecimal
{
    private const string Digits = "0123456789abcdef";

    /// <summary>Bytes as hexadecimal digits, lower case. .NET Framework has nothing for it.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string Of(byte[] bytes)
    {
        var text = new char[2 * bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = Digits[bytes[i] >> 4];
            text[(2 * i) + 1] = Digits[bytes[i] & 15];
        }

        return new string(text);
    }
}
