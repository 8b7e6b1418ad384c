"""What a directbetrokkene asks about the own data: inzage, correctie, verklaring, beperking, vernietiging."""
